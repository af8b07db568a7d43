using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The kernel's pseudo-random numbers.</summary>
public static class KernelRandom
{
    /// <summary>A pseudo-random number; not for secrets.</summary>
    /// <returns>Any number of 32 bits.</returns>
    /// <remarks>Follows <c>bpf_get_prandom_u32</c>. Safe to use from several threads.</remarks>
    [BpfHelper("bpf_get_prandom_u32", Id = 7, Since = "4.1", Summary = "Gives a pseudo-random number.")]
    public static uint NextUInt32()
    {
        uint number = 0;
        Random.Shared.NextBytes(MemoryMarshal.AsBytes(new Span<uint>(ref number)));
        return number;
    }
}
