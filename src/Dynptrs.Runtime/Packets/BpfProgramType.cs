namespace Dynptrs;

/// <summary>The program types that can be given a socket buffer, the kernel's <c>BPF_PROG_TYPE_*</c>.</summary>
public enum BpfProgramType
{
    /// <summary>A socket filter. It may not write packets.</summary>
    SocketFilter,

    /// <summary>A traffic-control classifier. It sees the Ethernet header and may write packets.</summary>
    SchedCls,

    /// <summary>A traffic-control action. It sees the Ethernet header and may write packets.</summary>
    SchedAct,

    /// <summary>A control-group packet filter. It may not write packets.</summary>
    CgroupSkb,

    /// <summary>A light-weight tunnel program at ingress. It may not write packets.</summary>
    LwtIn,

    /// <summary>A light-weight tunnel program at egress. It may not write packets.</summary>
    LwtOut,

    /// <summary>A light-weight tunnel program at transmission. It may write packets.</summary>
    LwtXmit,

    /// <summary>A segment-routing program. It may not write packets.</summary>
    LwtSeg6Local,

    /// <summary>A stream parser or verdict. It may write packets.</summary>
    SkSkb,

    /// <summary>A netfilter hook. It may not write packets.</summary>
    Netfilter,

    /// <summary>A tracing program. It may not write packets.</summary>
    Tracing,
}
