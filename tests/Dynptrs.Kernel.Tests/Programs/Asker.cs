using static Dynptrs.Kernel.Tests.Programs.Bpf;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>Asks what the kernel has before it calls it.</summary>
[BpfObject(License = "GPL")]
internal static partial class Asker
{
    public static ulong Time;

    /// <summary>Reads the time of the atomic clock, which Linux has since 6.1, or the time since the start.</summary>
    [BpfProgram("xdp")]
    public static int OnTime(XdpBuff xdp)
    {
        if (KernelFeatures.Has(nameof(bpf_ktime_get_tai_ns)))
        {
            Time = bpf_ktime_get_tai_ns();
            return XdpAction.XDP_PASS;
        }

        Time = bpf_ktime_get_boot_ns();
        return XdpAction.XDP_DROP;
    }

    /// <summary>Reads the size of a packet, which Linux has since 6.5.</summary>
    [BpfProgram("xdp")]
    public static int OnSize(XdpBuff xdp)
    {
        if (!KernelFeatures.Has(nameof(bpf_dynptr_size)))
            return XdpAction.XDP_DROP;
        bpf_dynptr_from_xdp(xdp, 0, out var ptr);
        Time = bpf_dynptr_size(in ptr);
        return XdpAction.XDP_PASS;
    }

    /// <summary>Says whether files have dynptrs, as they have since 6.19: nothing here calls what makes one.</summary>
    [BpfProgram("xdp")]
    public static int OnFiles(XdpBuff xdp) =>
        KernelFeatures.Has(nameof(bpf_dynptr_from_file)) ? XdpAction.XDP_PASS : XdpAction.XDP_DROP;
}
