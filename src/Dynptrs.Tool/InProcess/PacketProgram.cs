using System;
using System.Reflection;
using Dynptrs.Build.Emitting;
using Dynptrs.Tool.Runs;

namespace Dynptrs.Tool.InProcess;

/// <summary>A program that is given packets, as C#.</summary>
internal sealed class PacketProgram
{
    private readonly Func<byte[], TestRunResult> _run;

    private PacketProgram(Func<byte[], TestRunResult> run) => _run = run;

    /// <summary>Takes a program of an assembly.</summary>
    /// <exception cref="ToolException">It is given no packet.</exception>
    public static PacketProgram Of(ProgramDeclaration program, MethodInfo method)
    {
        if (method.ReturnType == typeof(int) && method.GetParameters() is [{ ParameterType: var given }])
        {
            if (given == typeof(XdpBuff))
            {
                var xdp = method.CreateDelegate<Func<XdpBuff, int>>();
                return new PacketProgram(packet => TestRun.Run(xdp, packet));
            }

            // The kernel writes SCHED_CLS, C# SchedCls.
            var name = program.Type?.Replace("_", "", StringComparison.Ordinal);
            if (given == typeof(SkBuff) && Enum.TryParse<BpfProgramType>(name, ignoreCase: true, out var type))
            {
                var skb = method.CreateDelegate<Func<SkBuff, int>>();
                return new PacketProgram(packet => TestRun.Run(type, skb, packet));
            }
        }

        throw new ToolException(
            $"`{program.Name}` is given no packet: its section is \"{program.Section}\". "
            + "Programs with a packet take an XdpBuff or a SkBuff. Call this one in a test, with what it is given.");
    }

    /// <summary>Runs it on a packet.</summary>
    public RunOutcome Run(ReadOnlyMemory<byte> packet)
    {
        try
        {
            var result = _run(packet.ToArray());
            return new RunOutcome { Error = -result.Error, ReturnValue = result.ReturnValue, Output = result.Output };
        }
#pragma warning disable CA1031 // Whatever the program throws is what the run came to.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new RunOutcome { Exception = $"{exception.GetType().Name}: {exception.Message}" };
        }
    }
}
