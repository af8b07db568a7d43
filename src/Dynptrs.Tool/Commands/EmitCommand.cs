using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Build.Toolchain;
using Dynptrs.Tool.Projects;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr emit</c>: programs as C, and as objects.</summary>
internal static class EmitCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var project = CommandParts.Project();
        var output = new Option<DirectoryInfo>("--output", "-o")
        {
            Description = "The folder for what is emitted; it is made where it is missing.",
            Required = true,
            HelpName = "DIR",
        };
        var c = new Option<bool>("--c") { Description = "The C alone; clang is not needed." };
        var objects = new Option<bool>("--object") { Description = "The objects alone." };
        var command = new Command("emit", "Emit what is verified: C that people can read, and objects that libbpf loads.")
        {
            project, output, c, objects,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(c) && result.GetValue(objects))
                result.AddError("--c and --object exclude one another; without both, both are written.");
        });
        return command.Does(console, (result, cancellation) => Task.FromResult(Run(
            console, result.GetValue(project)!, result.GetValue(output)!, !result.GetValue(objects), !result.GetValue(c), cancellation)));
    }

    /// <summary>Emits.</summary>
    public static int Run(
        ToolConsole console,
        string path,
        DirectoryInfo output,
        bool writesSource,
        bool writesObjects,
        CancellationToken cancellationToken)
    {
        var project = ProjectCompiler.Read([path], console, cancellationToken);
        return Emit(console, project, output, writesSource, writesObjects, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Emit(
        ToolConsole console,
        ToolProject project,
        DirectoryInfo output,
        bool writesSource,
        bool writesObjects,
        CancellationToken cancellationToken)
    {
        var clang = writesObjects ? Clang.Find(out var missing) ?? throw new ToolException(missing + ".") : null;
        var compiled = ProjectCompiler.Compile(project, console, cancellationToken);
        var programs = ProgramChoice.Of(compiled, project.Name, cancellationToken);
        var objects = console.Wait($"Emitting {project.Name}", () => programs.Objects.Select(programs.Emit).ToList());
        var problems = objects.SelectMany(emitted => emitted.Problems).Distinct().ToList();
        var content = new List<(string Name, byte[] Bytes)>();
        if (problems.Count == 0)
        {
            foreach (var emitted in objects)
            {
                if (writesSource)
                    content.Add(($"{emitted.Name}.bpf.c", System.Text.Encoding.UTF8.GetBytes(emitted.Source!)));
                if (clang is null)
                    continue;
                var (bytes, found) = console.Wait($"Compiling {emitted.Name}", () =>
                    (clang.Compile(emitted.Source!, programs.Cpu, compiled.Folder, out var reported, cancellationToken), reported));
                if (bytes is not null)
                    content.Add(($"{emitted.Name}.bpf.o", bytes));
                problems.AddRange(found);
            }
        }

        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                console.Line(ToolConsole.Escape(problem.ToString()));
            console.Error($"Nothing is emitted: {CommandParts.Count(problems.Count, "problem")}.");
            return ExitCodes.Refused;
        }

        CreateFolder(output);
        foreach (var (name, bytes) in content)
        {
            var file = Path.Combine(output.FullName, name);
            Save(file, bytes);
            var path = ToolConsole.Escape(Path.GetRelativePath(Directory.GetCurrentDirectory(), file));
            console.Line($"{path} [grey]{CommandParts.Count(bytes.Length, "byte")}[/]");
        }

        return ExitCodes.Fine;
    }

    private static void CreateFolder(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"There is no folder {folder.FullName}, and none can be made: {exception.Message}");
        }
    }

    private static void Save(string file, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(file, bytes);
        }
        catch (IOException exception)
        {
            // Half an object is none. Where it cannot even be made there is nothing to delete.
            File.Delete(file);
            throw new ToolException($"{file} is not written: {exception.Message}");
        }
    }
}
