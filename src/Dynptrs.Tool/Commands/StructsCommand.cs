using System.CommandLine;
using System.Threading.Tasks;
using Dynptrs.Tool.Structs;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr structs</c>: structs of the kernel's as classes of C#, with the fields that a program wants.</summary>
internal static class StructsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("STRUCT") { Description = "The kernel's name of a struct, such as task_struct." };
        var fields = new Option<string>("--fields", "-f")
        {
            Description = "The fields that a program wants, between commas; with dots through pointers and structs: pid,comm,mm.exe_file.",
            Required = true,
            HelpName = "LIST",
        };
        var types = new Option<string>("--btf")
        {
            Description = $"The type information of a kernel. Without it, that of the kernel that runs here: {TypeFile.OfThisKernel}.",
            HelpName = "FILE",
            DefaultValueFactory = _ => TypeFile.OfThisKernel,
        };
        var isProbed = new Option<bool>("--probed")
        {
            Description = "Let each field be copied, as BPF_CORE_READ does, so that a program may follow any address.",
        };
        var command = new Command("structs", "Write structs of the kernel's as classes of C#, with the fields that a program wants.")
        {
            name, fields, types, isProbed,
        };
        return command.Does(console, (result, _) => Task.FromResult(Run(
            console, result.GetValue(name)!, result.GetValue(fields)!, result.GetValue(types)!, result.GetValue(isProbed))));
    }

    private static int Run(ToolConsole console, string name, string fields, string path, bool isProbed)
    {
        var finder = new StructFinder(TypeFile.Open(path));
        foreach (var field in fields.Split(',', System.StringSplitOptions.TrimEntries))
            finder.Add(name, field);
        console.Writer.Write(StructWriter.Write(finder, isProbed));
        return ExitCodes.Fine;
    }
}
