using System.CommandLine;
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
        var command = new Command("tracepoint", "Write what a tracepoint gives to programs as a class of C#.") { name, format };
        return command.Does(console, (result, _) => Task.FromResult(Run(console, result.GetValue(name)!, result.GetValue(format))));
    }

    private static int Run(ToolConsole console, string name, string? path)
    {
        var format = path is null ? TracepointFormat.OfThisKernel(name) : TracepointFormat.Open(path);
        if (name.Split('/')[^1] is var wanted && wanted != format.Name)
            throw new ToolException($"{path} is about the tracepoint `{format.Name}`, and not about `{wanted}`.");
        console.Writer.Write(TracepointWriter.Write(format));
        return ExitCodes.Fine;
    }
}
