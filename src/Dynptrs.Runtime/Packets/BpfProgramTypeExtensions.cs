namespace Dynptrs;

/// <summary>What a program type may do with a packet.</summary>
internal static class BpfProgramTypeExtensions
{
    /// <summary>Whether programs of this type may write packets through a dynptr.</summary>
    public static bool MayWritePackets(this BpfProgramType type) => type is
        BpfProgramType.SchedCls or BpfProgramType.SchedAct or BpfProgramType.LwtXmit or BpfProgramType.SkSkb;

    /// <summary>Whether a packet starts with its Ethernet header for programs of this type, as in the kernel's test runs.</summary>
    public static bool SeesEthernetHeader(this BpfProgramType type) => type is
        BpfProgramType.SchedCls or BpfProgramType.SchedAct;
}
