using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Build.Emitting;
using Dynptrs.Kernel;
using Dynptrs.Tool.InKernel;
using Dynptrs.Tool.InProcess;
using Dynptrs.Tool.Projects;
using Dynptrs.Tool.Runs;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr run</c>: a program on packets, in process and in the kernel.</summary>
internal static class RunCommand
{
    private const int MostDifferences = 10;
    private const string Differences = "https://github.com/dynptr-analyzers/DynptrAnalyzers/blob/main/docs/emission.md";

    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var program = new Argument<string>("PROGRAM") { Description = "The program: its name, or Class.Name." };
        var project = new Option<string?>("--project", "-p")
        {
            Description = "Its project, the folder of that, or a file that belongs to none; else the project in the current folder.",
            HelpName = "PROJECT|FILE.cs",
        };
        var packet = new Option<string?>("--packet")
        {
            Description = "A file with one packet, from its Ethernet header on: bytes, or digits where it ends in .hex.",
            HelpName = "FILE",
        };
        var capture = new Option<string?>("--capture")
        {
            Description = "A capture, pcap or pcapng: each packet in its order.",
            HelpName = "FILE",
        };
        var command = new Command("run", "Run a program on packets in process and in the kernel, and compare.")
        {
            program, project, packet, capture,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(packet) is null) == (result.GetValue(capture) is null))
                result.AddError("Name the packets: `--packet FILE` for one, or `--capture FILE` for those of a capture.");
        });
        return command.Does(console, (result, cancellation) => Task.FromResult(Run(
            console,
            result.GetValue(project),
            result.GetValue(program)!,
            result.GetValue(packet),
            result.GetValue(capture),
            cancellation)));
    }

    /// <summary>Runs.</summary>
    public static int Run(
        ToolConsole console,
        string? path,
        string name,
        string? packet,
        string? capture,
        CancellationToken cancellationToken)
    {
        var packets = packet is not null ? [PacketFiles.ReadPacket(packet)] : PacketFiles.ReadCapture(capture!);
        var project = ProjectCompiler.Read(path is null ? [] : [path], console, cancellationToken);
        return Run(console, project, name, packets, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run(
        ToolConsole console,
        ToolProject project,
        string name,
        IReadOnlyList<ReadOnlyMemory<byte>> packets,
        CancellationToken cancellationToken)
    {
        var compiled = ProjectCompiler.Compile(project, console, cancellationToken);
        var programs = ProgramChoice.Of(compiled, project.Name, cancellationToken);
        var program = ProgramChoice.One(programs, name);
        var inProcess = PacketProgram.Of(program, ProgramAssembly.Load(compiled, project).Find(program.Method));
        console.Line($"{CommandParts.Title(program)}  {CommandParts.Count(packets.Count, "packet")}");
        var ours = packets.Select(inProcess.Run).ToList();
        Write(console, "in process", ours, program);
        RunningKernel.Require();
        var made = ProgramObject.Make(programs, program, ProgramObject.Clang, compiled.Folder, console, cancellationToken);
        if (made.Content is not { } content)
        {
            ProgramObject.Write(made.Problems, console);
            return ExitCodes.Refused;
        }

        List<RunOutcome> kernels;
        try
        {
            using var loaded = console.Wait($"Loading {program.Name}", () => LoadedProgram.Load(content, program.Name));
            kernels = [.. packets.Select(packet => loaded.Run(packet.Span))];
        }
        catch (BpfVerifierException exception)
        {
            console.Error($"{exception.Message} `dynptr load` shows the line.");
            return ExitCodes.Refused;
        }

        Write(console, RunningKernel.Name, kernels, program);
        return Compare(console, ours, kernels, program) ? ExitCodes.Fine : ExitCodes.Refused;
    }

    /// <summary>One packet is told in full, many by what was returned how often.</summary>
    private static void Write(ToolConsole console, string who, List<RunOutcome> outcomes, ProgramDeclaration program)
    {
        var groups = outcomes.GroupBy(outcome => Describe(outcome, program, tellsLength: outcomes.Count == 1));
        foreach (var group in groups.OrderByDescending(group => group.Count()))
        {
            var times = outcomes.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {group.Count()}");
            console.Line($"  {ToolConsole.Escape(who),-14} {ToolConsole.Escape(group.Key)}{times}");
        }
    }

    private static string Describe(RunOutcome outcome, ProgramDeclaration program, bool tellsLength)
    {
        if (outcome.Exception is { } exception)
            return $"throws {exception}";
        if (outcome.Error != 0)
            return $"is not run on it: {ConstantNames.Find(typeof(Errno), outcome.Error) ?? $"error {outcome.Error}"}";
        var action = program.Type switch
        {
            "XDP" => ConstantNames.Find(typeof(XdpAction), outcome.ReturnValue),
            "SCHED_CLS" or "SCHED_ACT" => ConstantNames.Find(typeof(TcAction), outcome.ReturnValue),
            _ => null,
        };
        var length = tellsLength ? $", {CommandParts.Count(outcome.Output.Length, "byte")}" : "";
        var name = action is null ? "" : $" ({action})";
        return string.Create(CultureInfo.InvariantCulture, $"returns {outcome.ReturnValue}{name}{length}");
    }

    private static bool Compare(ToolConsole console, List<RunOutcome> ours, List<RunOutcome> kernels, ProgramDeclaration program)
    {
        var different = Enumerable.Range(0, ours.Count).Where(i => !ours[i].Agrees(kernels[i])).ToList();
        if (different.Count == 0)
        {
            var isPacketCompared = ours.Any(outcome => outcome.Output.Length > 0);
            console.Line($"  [green]They agree{(isPacketCompared ? ", on what became of the packets too" : "")}.[/]");
            return true;
        }

        foreach (var i in different.Take(MostDifferences))
        {
            var (here, there) = (Describe(ours[i], program, tellsLength: false), Describe(kernels[i], program, tellsLength: false));
            var packets = DescribePackets(ours[i], kernels[i]);
            console.Line(ToolConsole.Escape(string.Create(
                CultureInfo.InvariantCulture, $"  packet {i + 1}: {here} here, {there} there{packets}")));
        }

        console.Line($"  [red]They differ on {CommandParts.Count(different.Count, "packet")}.[/] {Differences} says what is known to.");
        return false;
    }

    private static string DescribePackets(RunOutcome ours, RunOutcome kernels)
    {
        var at = ours.FirstDifference(kernels);
        return at < 0 || ours is not { Error: 0, Exception: null } || kernels.Error != 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; the packets differ from byte {at} on: {Bytes(ours, at)} here, {Bytes(kernels, at)} there");
    }

    private static string Bytes(RunOutcome outcome, int at) => at >= outcome.Output.Length
        ? "its end"
        : Convert.ToHexString(outcome.Output.Span.Slice(at, Math.Min(8, outcome.Output.Length - at)));
}
