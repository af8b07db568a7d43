using System;
using System.Buffers.Binary;
using System.Diagnostics;

namespace Dynptrs;

/// <summary>Runs programs on contexts that the host makes, as <c>BPF_PROG_TEST_RUN</c> does.</summary>
/// <remarks>
/// <para>
/// A packet is laid out as in the kernel: a linear part in one page beside the room that the type of program has there, the rest in
/// fragments of a page each, of which there are at most 17. All repetitions run on the same packet, as the previous one left it.
/// </para>
/// <para>
/// Not emulated: the other fields of the context, live frames (<c>BPF_F_TEST_XDP_LIVE_FRAMES</c>), a chosen CPU, and the check of a
/// packet's checksum. The kernel runs tracepoint programs only where they are raw, and then once and without a duration; here they are run
/// like the others.
/// </para>
/// </remarks>
public static class TestRun
{
    private const int MaxFragments = 17;
    private const int SkBuffHeadroom = 64;

    /// <summary>Runs an XDP program on a packet.</summary>
    /// <param name="program">The program.</param>
    /// <param name="input">The metadata, if there is any, and the packet from its Ethernet header on.</param>
    /// <param name="options">How; once, and without metadata, when it is left out.</param>
    /// <returns>
    /// The result. Its error is 0; <c>-EINVAL</c> for a packet shorter than an Ethernet header, a linear part longer than the input or
    /// shorter than the metadata, or metadata that no packet can have; <c>-ENOMEM</c> for more than 17 fragments.
    /// </returns>
    public static TestRunResult Run(Func<XdpBuff, int> program, ReadOnlySpan<byte> input, TestRunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= TestRunOptions.Default;
        ThrowIfNegative(options);

        var headroom = PacketOptions.DefaultHeadroom - options.MetadataLength;
        if (options.LinearLength > input.Length
            || options.MetadataLength > options.LinearLength
            || !PacketOptions.IsMetadataLength(options.MetadataLength)
            || options.MetadataLength > PacketOptions.DefaultHeadroom - XdpBuff.FrameHeaderLength
            || input.Length - options.MetadataLength < SkBuff.EthernetHeaderLength)
        {
            return new TestRunResult(-Errno.EINVAL);
        }

        var linear = LinearLength(options.LinearLength ?? input.Length, headroom);
        if (!TryDivide(input[linear..], out var fragments))
            return new TestRunResult(-Errno.ENOMEM);
        var packet = new XdpBuff(
            new PacketOptions
            {
                Headroom = PacketOptions.DefaultHeadroom,
                Tailroom = PacketOptions.PageSize - PacketOptions.SharedInfoSize - headroom - linear,
                Metadata = input[..options.MetadataLength].ToArray(),
            },
            input[options.MetadataLength..linear],
            fragments);
        if (options.Network is { } network)
            packet.Network = network;
        packet.InterfaceIndex = options.InterfaceIndex;
        return Run(program, packet, options.Repeat);
    }

    /// <summary>Runs a program on a socket buffer.</summary>
    /// <param name="programType">The type of the program.</param>
    /// <param name="program">The program.</param>
    /// <param name="input">The packet from its Ethernet header on.</param>
    /// <param name="options">How; once, when it is left out.</param>
    /// <returns>
    /// The result. Its error is 0; <c>-ENOTSUPP</c> for a type that the kernel does not run so; <c>-EINVAL</c> for a packet shorter than an
    /// Ethernet header, a linear part longer than the packet, a given linear part for a light-weight tunnel, or metadata; <c>-ENOMEM</c>
    /// for more than 17 fragments.
    /// </returns>
    /// <remarks>
    /// A netfilter program runs where packets of this machine go out over IPv4, so that the packet begins with its IP header: from 20 bytes to
    /// those of one page, without a linear part of its own, else the error is <c>-EINVAL</c>; the kernel gives no output. The kernel runs
    /// tracing programs on contexts of another kind: here they answer <c>-EOPNOTSUPP</c>.
    /// </remarks>
    public static TestRunResult Run(
        BpfProgramType programType,
        Func<SkBuff, int> program,
        ReadOnlySpan<byte> input,
        TestRunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= TestRunOptions.Default;
        ThrowIfNegative(options);

        if (programType is BpfProgramType.SkSkb)
            return new TestRunResult(-Errno.ENOTSUPP);
        if (programType is BpfProgramType.Tracing)
            return new TestRunResult(-Errno.EOPNOTSUPP);
        if (programType is BpfProgramType.Netfilter)
            return RunNetfilter(program, input, options);
        if (input.Length < SkBuff.EthernetHeaderLength
            || options.LinearLength > input.Length
            || options.MetadataLength != 0
            || (options.LinearLength > 0 && programType is BpfProgramType.LwtIn or BpfProgramType.LwtOut or BpfProgramType.LwtXmit))
        {
            return new TestRunResult(-Errno.EINVAL);
        }

        var asked = options.LinearLength is null or 0 ? input.Length : Math.Max(options.LinearLength.Value, SkBuff.EthernetHeaderLength);
        var linear = LinearLength(asked, SkBuffHeadroom);
        if (!TryDivide(input[linear..], out var fragments))
            return new TestRunResult(-Errno.ENOMEM);
        var packet = new SkBuff(programType, new PacketOptions { Headroom = SkBuffHeadroom }, input[..linear], fragments);
        if (options.Network is { } network)
            packet.Network = network;
        packet.InterfaceIndex = options.InterfaceIndex;
        return Run(program, packet, options.Repeat);
    }

    /// <remarks>Follows <c>bpf_prog_test_run_nf</c>.</remarks>
    private static TestRunResult RunNetfilter(Func<SkBuff, int> program, ReadOnlySpan<byte> input, TestRunOptions options)
    {
        if (input.Length < IpHdr.SizeInBytes
            || input.Length > LinearLength(input.Length, SkBuffHeadroom)
            || options.LinearLength is not null
            || options.MetadataLength != 0)
        {
            return new TestRunResult(-Errno.EINVAL);
        }

        // It has no Ethernet header, but the protocol that one would name.
        byte[] packet = [.. new byte[SkBuff.EthernetHeaderLength], .. input];
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(SkBuff.EthernetHeaderLength - sizeof(ushort)), (ushort)EtherType.Ip);
        var headroom = new PacketOptions { Headroom = SkBuffHeadroom - SkBuff.EthernetHeaderLength };
        return RunOn(program, new SkBuff(BpfProgramType.Netfilter, headroom, packet, []), options.Repeat);
    }

    /// <summary>Runs an XDP program on a packet that the host made, whatever it looks like.</summary>
    /// <param name="program">The program.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="repeat">How often, each time on what the previous run left of the packet; 0 is once, too.</param>
    /// <returns>The result, without error.</returns>
    public static TestRunResult Run(Func<XdpBuff, int> program, XdpBuff packet, int repeat = 1)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(packet);
        var log = new RedirectLog(isXdp: true);
        var returned = Repeat(program, packet, log, repeat, out var duration);
        var output = new byte[packet.MetadataLength + packet.Length];
        packet.Metadata.Span.CopyTo(output);
        packet.ToArray().CopyTo(output, packet.MetadataLength);
        return new TestRunResult(0)
        {
            ReturnValue = returned,
            Duration = duration,
            Output = output,
            MetadataLength = packet.MetadataLength,
            Redirects = log.Targets,
        };
    }

    /// <summary>Runs a program on a socket buffer that the host made, whatever it looks like.</summary>
    /// <param name="program">The program, of the packet's type.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="repeat">How often, each time on what the previous run left of the packet; 0 is once, too.</param>
    /// <returns>The result, without error.</returns>
    public static TestRunResult Run(Func<SkBuff, int> program, SkBuff packet, int repeat = 1)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(packet);
        var log = new RedirectLog(isXdp: false);
        var returned = Repeat(program, packet, log, repeat, out var duration);
        var hidden = packet.ProgramType.SeesEthernetHeader() ? 0 : SkBuff.EthernetHeaderLength;
        var output = new byte[hidden + packet.Length];
        packet.ToArray().CopyTo(output, hidden);
        return new TestRunResult(0) { ReturnValue = returned, Duration = duration, Output = output, Redirects = log.Targets, Clones = log.Clones };
    }

    /// <summary>Runs a program on the arguments of a tracepoint.</summary>
    /// <param name="program">The program.</param>
    /// <param name="context">The arguments.</param>
    /// <param name="repeat">How often; 0 is once, too.</param>
    /// <returns>The result, without error.</returns>
    public static TestRunResult Run(Func<TracepointContext, int> program, TracepointContext context, int repeat = 1)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(context);
        return RunOn(program, context, repeat);
    }

    internal static TestRunResult RunOn<T>(Func<T, int> program, T context, int repeat) =>
        new(0) { ReturnValue = Repeat(program, context, null, repeat, out var duration), Duration = duration };

    private static int Repeat<T>(Func<T, int> program, T context, RedirectLog? log, int repeat, out long duration)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeat);
        repeat = Math.Max(repeat, 1);
        var returned = 0;
        var before = Redirect.Enter(log);
        try
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeat; i++)
            {
                log?.Clear();
                returned = TailCalls.Run(program, context);
            }

            duration = (long)(Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeat);
        }
        finally
        {
            Redirect.Enter(before);
        }

        return returned;
    }

    private static void ThrowIfNegative(TestRunOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Repeat);
        ArgumentOutOfRangeException.ThrowIfNegative(options.LinearLength ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MetadataLength);
    }

    private static int LinearLength(int asked, int headroom) =>
        Math.Min(asked, PacketOptions.PageSize - PacketOptions.SharedInfoSize - headroom);

    private static bool TryDivide(ReadOnlySpan<byte> bytes, out ReadOnlyMemory<byte>[] pages)
    {
        pages = new ReadOnlyMemory<byte>[(bytes.Length + PacketOptions.PageSize - 1) / PacketOptions.PageSize];
        for (var i = 0; i < pages.Length; i++)
        {
            var start = i * PacketOptions.PageSize;
            pages[i] = bytes[start..Math.Min(bytes.Length, start + PacketOptions.PageSize)].ToArray();
        }

        return pages.Length <= MaxFragments;
    }
}
