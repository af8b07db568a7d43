using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_dynptr_copy", Since = "6.15", Summary = "Copies bytes from one dynptr to another; the ranges may overlap.")]
    public static int bpf_dynptr_copy(scoped in Dynptr destination, ulong destinationOffset, scoped in Dynptr source, ulong sourceOffset, ulong size) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_dynptr_memset", Since = "6.17", Summary = "Fills a range of a dynptr with a byte.")]
    public static int bpf_dynptr_memset(scoped in Dynptr dynptr, ulong offset, ulong size, byte value) => throw new NotSupportedException();
}
