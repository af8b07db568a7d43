using System.Runtime.InteropServices;

namespace Dynptrs.Kernel.Interop;

/// <summary>The context of an XDP program as user space sees it: <c>struct xdp_md</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XdpContext
{
    public uint Data;
    public uint DataEnd;
    public uint Metadata;
    public uint IngressInterface;
    public uint ReceiveQueue;
    public uint EgressInterface;
}
