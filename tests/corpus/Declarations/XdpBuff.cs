using System;
using Dynptrs;

namespace Corpus;

/// <summary>A received packet, before the kernel made a socket buffer of it: the context of an XDP program, <c>struct xdp_md</c>.</summary>
internal sealed class XdpBuff
{
    /// <summary>The bytes that lie in one piece, <c>data_end - data</c>.</summary>
    [KernelField]
    public int LinearLength => throw new NotSupportedException();
}
