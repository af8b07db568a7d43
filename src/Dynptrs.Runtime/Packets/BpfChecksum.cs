using System;

namespace Dynptrs;

/// <summary>The kernel's checksum functions over memory.</summary>
public static class BpfChecksum
{
    /// <summary>
    /// The difference between the one's-complement sums of two pieces of memory, to be given to
    /// <see cref="SkBuff.ReplaceNetworkChecksum"/>, <see cref="SkBuff.ReplaceTransportChecksum"/>, or to this function again.
    /// </summary>
    /// <param name="from">The old bytes, or none.</param>
    /// <param name="to">The new bytes, or none.</param>
    /// <param name="seed">A difference to start from.</param>
    /// <returns>The seed and the sum of the new bytes less that of the old ones, in 16 bits.</returns>
    [BpfHelper("bpf_csum_diff", Id = 28, TakesPacketMemory = true, Since = "4.6",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP", "LWT_IN", "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL"],
        Summary = "Gives the difference between the checksums of two pieces of memory.")]
    public static long Difference([MayBeNull] scoped ReadOnlySpan<byte> from, [MayBeNull] scoped ReadOnlySpan<byte> to, uint seed)
    {
        var sum = seed;
        if (!from.IsEmpty && !to.IsEmpty)
            sum = InternetChecksum.Subtract(InternetChecksum.Partial(to, seed), InternetChecksum.Partial(from, 0));
        else if (!to.IsEmpty)
            sum = InternetChecksum.Partial(to, seed);
        else if (!from.IsEmpty)
            sum = ~InternetChecksum.Partial(from, ~seed);
        return InternetChecksum.To16Bits(sum);
    }
}
