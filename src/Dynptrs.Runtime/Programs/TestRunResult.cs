using System;
using System.Collections.Generic;

namespace Dynptrs;

/// <summary>The result of a program run.</summary>
public sealed class TestRunResult
{
    /// <summary>Makes a result, for what else runs programs.</summary>
    /// <param name="error">0; or the negative errno for which the program was not run.</param>
    public TestRunResult(int error) => Error = error;

    /// <summary>0; or the negative errno for which the program was not run, and then there is nothing else.</summary>
    public int Error { get; }

    /// <summary>What the program returned the last time.</summary>
    public int ReturnValue { get; init; }

    /// <summary>How long one run took in nanoseconds, on average.</summary>
    public long Duration { get; init; }

    /// <summary>
    /// The packet after the last run, from its metadata on for an XDP program. For programs that do not see the Ethernet header there are
    /// 14 zeroes in its place. Empty for a program without a packet.
    /// </summary>
    public ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>How many of the first bytes of <see cref="Output"/> are metadata.</summary>
    public int MetadataLength { get; init; }

    /// <summary>
    /// Where the program asked to send its packet in the last run, in the order of its calls. The kernel goes by the last one, when the
    /// program returned <see cref="XdpAction.XDP_REDIRECT"/> or <see cref="TcAction.TC_ACT_REDIRECT"/>.
    /// </summary>
    public IReadOnlyList<RedirectTarget> Redirects { get; init; } = [];

    /// <summary>
    /// The copies of its packet that the program sent in the last run, in the order of its calls. A run in the kernel shows none: they are
    /// on their way.
    /// </summary>
    public IReadOnlyList<ClonedPacket> Clones { get; init; } = [];
}
