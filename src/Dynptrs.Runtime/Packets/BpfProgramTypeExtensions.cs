namespace Dynptrs;

/// <summary>What a program type may do with a packet.</summary>
internal static class BpfProgramTypeExtensions
{
    /// <summary>Whether programs of this type may write packets through a dynptr.</summary>
    public static bool MayWritePackets(this BpfProgramType type) => type is
        BpfProgramType.SchedCls or BpfProgramType.SchedAct or BpfProgramType.LwtXmit or BpfProgramType.SkSkb;

    /// <summary>Whether programs of this type may read packets through pointers.</summary>
    public static bool MayReachPackets(this BpfProgramType type) => type is
        not (BpfProgramType.SocketFilter or BpfProgramType.Netfilter or BpfProgramType.Tracing);

    /// <summary>Whether programs of this type may read metadata through pointers.</summary>
    public static bool MayReachMetadata(this BpfProgramType type) => type is BpfProgramType.SchedCls or BpfProgramType.SchedAct;

    /// <summary>Whether a packet starts with its Ethernet header for programs of this type, as in the kernel's test runs.</summary>
    public static bool SeesEthernetHeader(this BpfProgramType type) => type is
        BpfProgramType.SchedCls or BpfProgramType.SchedAct;
}
