using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Tool.Structs;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr tracepoint</c>: what a tracepoint gives to programs as a class of C#.</summary>
internal static class TracepointCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("CATEGORY/NAME") { Description = "The tracepoint, such as sched/sched_process_exec." };
        var format = new Option<string?>("--format")
        {
            Description = "The kernel's text about it, from a file. Without it, that of the kernel that runs here.",
            HelpName = "FILE",
        };
        var types = new Option<string>("--btf")
        {
            Description = $"The type information of a kernel. Without it, that of the kernel that runs here: {TypeFile.OfThisKernel}.",
            HelpName = "FILE",
            DefaultValueFactory = _ => TypeFile.OfThisKernel,
        };
        var command = new Command("tracepoint", "Write what a tracepoint gives to programs as a class of C#.") { name, format, types };
        return command.Does(console, (result, _) => Task.FromResult(Run(
            console, result.GetValue(name)!, result.GetValue(format), result.GetValue(types)!)));
    }

    private static int Run(ToolConsole console, string name, string? path, string typePath)
    {
        var format = path is null ? TracepointFormat.OfThisKernel(name) : TracepointFormat.Open(path);
        if (name.Split('/')[^1] is var wanted && wanted != format.Name)
            throw new ToolException($"{path} is about the tracepoint `{format.Name}`, and not about `{wanted}`.");
        var types = TypeFile.Open(typePath);
        var finder = new StructFinder(types);
        var structure = new EventFinder(types).Find(format);
        foreach (var field in format.Fields)
            finder.Add(structure, field.Name);
        console.Writer.Write(StructWriter.Write(finder, isProbed: false));
        return ExitCodes.Fine;
    }
}
