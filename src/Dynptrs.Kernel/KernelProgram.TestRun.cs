using System;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <content>Runs of a program for a test: <c>BPF_PROG_TEST_RUN</c>.</content>
public sealed unsafe partial class KernelProgram
{
    private const int Xdp = 6;

    // A program may make a packet longer: the kernel's longest is this long.
    private const int LongestPacket = 1 << 16;

    /// <summary>Runs the program on a packet, or without one.</summary>
    /// <param name="packet">
    /// The packet, from its metadata on if there is any; empty for a program that is given none, such as one of a raw tracepoint.
    /// </param>
    /// <param name="options">How often, and how the packet lies; once, when it is left out.</param>
    /// <returns>
    /// The result. Its error is the kernel's, as a negative errno: it says so of what it does not run.
    /// </returns>
    public TestRunResult TestRun(ReadOnlySpan<byte> packet = default, TestRunOptions? options = null)
    {
        options ??= new TestRunOptions();
        return Type == Xdp ? RunXdp(packet, options) : RunSocketBuffer(packet, options);
    }

    /// <summary>Runs a program of a raw tracepoint once on arguments.</summary>
    /// <param name="arguments">The arguments of the tracepoint, twelve at most.</param>
    /// <returns>The result, with the kernel's error as a negative errno.</returns>
    public TestRunResult TestRun(TracepointContext arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var context = new ulong[arguments.Count];
        for (var i = 0; i < context.Length; i++)
            context[i] = arguments[i];
        return Run([], 0, MemoryMarshal.AsBytes(context.AsSpan()), isWritten: false);
    }

    /// <summary>Runs a program once on a context of its own, as those of the section <c>syscall</c> are.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="context">The context, as the program leaves it.</param>
    /// <returns>The result, with the kernel's error as a negative errno.</returns>
    public TestRunResult TestRun<TContext>(ref TContext context)
        where TContext : unmanaged =>
        Run([], 0, MemoryMarshal.AsBytes(new Span<TContext>(ref context)), isWritten: false);

    private TestRunResult RunXdp(ReadOnlySpan<byte> packet, TestRunOptions options)
    {
        if (options.MetadataLength == 0 && options.LinearLength is null)
            return Run(packet, options.Repeat, [], isWritten: false);
        var context = default(XdpContext);
        context.Data = (uint)options.MetadataLength;
        context.DataEnd = (uint)(options.LinearLength ?? packet.Length);
        var result = Run(packet, options.Repeat, MemoryMarshal.AsBytes(new Span<XdpContext>(ref context)), isWritten: true);
        return new TestRunResult(result.Error)
        {
            ReturnValue = result.ReturnValue,
            Duration = result.Duration,
            Output = result.Output,
            MetadataLength = result.Error == 0 ? (int)(context.Data - context.Metadata) : 0,
        };
    }

    private TestRunResult RunSocketBuffer(ReadOnlySpan<byte> packet, TestRunOptions options)
    {
        if (options.LinearLength is null or 0)
            return Run(packet, options.Repeat, [], isWritten: false);
        Span<byte> context = stackalloc byte[SkBuffContext.Size];
        context.Clear();
        BitConverter.TryWriteBytes(context[SkBuffContext.DataEnd..], options.LinearLength.Value);
        return Run(packet, options.Repeat, context, isWritten: false);
    }

    private TestRunResult Run(ReadOnlySpan<byte> packet, int repeat, Span<byte> context, bool isWritten)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeat);
        var descriptor = Descriptor;
        var output = new byte[packet.IsEmpty ? 0 : packet.Length + LongestPacket];
        fixed (byte* input = packet)
        fixed (byte* result = output)
        fixed (byte* given = context)
        {
            var arguments = new TestRunArguments
            {
                Size = (nuint)sizeof(TestRunArguments),
                Input = input,
                InputSize = (uint)packet.Length,
                Output = result,
                OutputSize = (uint)output.Length,
                ContextInput = given,
                ContextInputSize = (uint)context.Length,
                ContextOutput = isWritten ? given : null,
                ContextOutputSize = isWritten ? (uint)context.Length : 0,
                // Programs without a packet run once, and the kernel wants no number for that.
                Repeat = packet.IsEmpty ? 0 : repeat,
            };
            var error = LibBpf.TestRun(descriptor, &arguments);
            return error != 0
                ? new TestRunResult(error)
                : new TestRunResult(0)
                {
                    ReturnValue = (int)arguments.ReturnValue,
                    Duration = arguments.Duration,
                    Output = output.AsMemory(0, (int)Math.Min(arguments.OutputSize, (uint)output.Length)),
                };
        }
    }
}
