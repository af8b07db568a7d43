using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Build.Compiling;
using Dynptrs.Build.Emitting;
using Dynptrs.Kernel;
using Dynptrs.Tool.InKernel;
using Dynptrs.Tool.InProcess;
using Dynptrs.Tool.Projects;
using Dynptrs.Tool.Records;
using Dynptrs.Tool.Terminal;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr records</c>: what programs write into a ring buffer, as they write it.</summary>
internal static class RecordsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var project = CommandParts.Project();
        var map = new Argument<string>("MAP") { Description = "The ring buffer: the name of its field, or Class.Name." };
        var programs = new Option<string[]>("--program", "-p")
        {
            Description = "A program to attach, more than once for several. Without it, all of the class of the ring buffer.",
            HelpName = "NAME",
        };
        var pinned = new Option<string?>("--pinned")
        {
            Description = "Read the ring buffer that is pinned there, which another process fills; attach nothing.",
            HelpName = "PATH",
        };
        var type = new Option<string?>("--as")
        {
            Description = "The type that the records begin with. Without it, those that the code reserves, writes or views them as.",
            HelpName = "TYPE",
        };
        var count = new Option<long?>("--count", "-n") { Description = "End after so many records.", HelpName = "NUMBER" };
        var json = new Option<bool>("--json") { Description = "Write an object of JSON a line." };
        var command = new Command("records", "Load and attach programs, and print what they write into a ring buffer, until Ctrl+C.")
        {
            project, map, programs, pinned, type, count, json,
        };
        var places = new PlaceOptions();
        places.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(pinned) is not null && (result.GetResult(programs) is { Implicit: false } || places.AreIn(result)))
                result.AddError("With `--pinned` nothing is attached: leave out what says what, and where.");
            if (result.GetResult(count) is { Tokens.Count: > 0 } && result.GetValue(count) < 1)
                result.AddError("`--count` is the number of records, at least 1.");
        });
        return command.Does(console, (result, cancellation) => RunAsync(
            console,
            new RecordsRequest(
                result.GetValue(project)!,
                result.GetValue(map)!,
                result.GetValue(programs) ?? [],
                places.Read(result),
                result.GetValue(pinned),
                result.GetValue(type),
                result.GetValue(count),
                result.GetValue(json)),
            cancellation));
    }

    /// <summary>Prints, until it is cancelled.</summary>
    public static Task<int> RunAsync(ToolConsole console, RecordsRequest request, CancellationToken cancellationToken)
    {
        var project = ProjectCompiler.Read([request.Path], console, cancellationToken);
        // It waits where no token of a task helps: on the kernel.
        return Task.Run(() => Run(console, project, request, cancellationToken), CancellationToken.None);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run(ToolConsole console, ToolProject project, RecordsRequest request, CancellationToken cancellationToken)
    {
        RunningKernel.Require();
        var compiled = ProjectCompiler.Compile(project, console, cancellationToken);
        var ring = RingFields.Find(compiled.Compilation, request.Ring);
        var symbols = request.Type is { } name
            ? [RecordTypeNames.Find(compiled.Compilation, name)]
            : RecordTypes.Find(compiled.Compilation, ring, cancellationToken);
        var assembly = symbols.IsEmpty ? null : ProgramAssembly.Load(compiled, project);
        var types = symbols.OfType<INamedTypeSymbol>().Select(symbol => assembly!.Find(symbol)).ToImmutableArray();
        if (types.IsEmpty)
            console.Note($"The code does not say what records of `{ring.Name}` are: they are printed as bytes. `--as TYPE` names a type.");
        var format = new RecordFormat(types, request.IsJson);
        return request.Pinned is { } path
            ? Print(console, path, format, request, cancellationToken)
            : Print(console, project, compiled, ring, format, request, cancellationToken);
    }

    private static int Print(
        ToolConsole console,
        string path,
        RecordFormat format,
        RecordsRequest request,
        CancellationToken cancellationToken)
    {
        using var ring = PinnedRing.Open(path);
        console.Note($"Reading {path}: a record is read once, so that no other reader sees it. Ctrl+C ends.");
        var output = new Output(console);
        var printer = new RecordPrinter(format, output.Writer, request.Count, ring);
        output.Write(() => printer.Run(cancellationToken));
        return ExitCodes.Fine;
    }

    private static int Print(
        ToolConsole console,
        ToolProject project,
        CompiledProject compiled,
        IFieldSymbol ring,
        RecordFormat format,
        RecordsRequest request,
        CancellationToken cancellationToken)
    {
        var clang = ProgramObject.Clang;
        var programs = ProgramChoice.Of(compiled, project.Name, cancellationToken);
        var chosen = Choose(programs, ring, request.Programs);
        request.Place.ThrowUnlessServes([.. chosen]);
        var where = chosen.Select(program => $"{program.Name} to {request.Place.Describe(program)}").ToList();
        var name = ProjectPrograms.Object(ring.ContainingType);
        var made = ProgramObject.Make(programs, name, chosen, clang, compiled.Folder, console, cancellationToken);
        if (made.Content is not { } content)
        {
            ProgramObject.Write(made.Problems, console);
            return ExitCodes.Refused;
        }

        try
        {
            using var loaded = console.Wait($"Loading {name}", () => LoadedObject.Load(content));
            using var opened = loaded.OpenRing(ring.ContainingType.Name, ring.Name)
                ?? throw new ToolException(
                    $"None of {string.Join(", ", chosen.Select(program => $"`{program.Name}`"))} uses `{ring.Name}`. "
                    + "`--program` names others.");
            var output = new Output(console);
            var printer = new RecordPrinter(format, output.Writer, request.Count, opened);
            var links = chosen.Select(program => loaded.Attach(program, request.Place)).ToList();
            console.Note($"Attached: {string.Join(", ", where)}. Ctrl+C detaches and ends.");
            output.Write(() =>
            {
                printer.Run(cancellationToken);
                // Nobody writes any more: what is there is all that there will be.
                links.ForEach(link => link.Dispose());
                printer.Drain();
            });
        }
        catch (BpfVerifierException exception)
        {
            console.Error($"{exception.Message} `dynptr load` shows the line.");
            return ExitCodes.Refused;
        }

        return ExitCodes.Fine;
    }

    private static IReadOnlyList<ProgramDeclaration> Choose(ProjectPrograms programs, IFieldSymbol ring, string[] names)
    {
        if (names.Length > 0)
            return [.. names.Select(name => ProgramChoice.One(programs, name)).Distinct()];
        var name = ProjectPrograms.Object(ring.ContainingType);
        var all = programs.All.Where(program => program.Object == name).ToList();
        return all.Count > 0
            ? all
            : throw new ToolException($"`{name}` has no programs. Name those that fill `{ring.Name}`: `--program NAME`.");
    }

    /// <summary>Where records go. Where nobody reads them any more, as behind <c>| head</c>, that is an end like any other.</summary>
    private sealed class Output(ToolConsole console)
    {
        private const int BrokenPipe = 32;

        public TextWriter Writer { get; } = console.OpenStream();

        public void Write(System.Action work)
        {
            try
            {
                work();
            }
            catch (IOException exception) when (exception.HResult == BrokenPipe)
            {
                // Nobody reads.
            }
        }
    }
}
