using Dynptrs;
using static Golden.Features.Bpf;

namespace Golden.Features;

[BpfHelpers]
internal static partial class Bpf;

/// <summary>What the kernel may lack.</summary>
[BpfObject(License = "GPL")]
internal static partial class Asker
{
    [BpfProgram("xdp")]
    public static int Called(XdpBuff xdp)
    {
        if (!KernelFeatures.Has(nameof(bpf_xdp_pull_data)))
            return XdpAction.XDP_PASS;
        return bpf_xdp_pull_data(xdp, 64) == 0 ? XdpAction.XDP_PASS : XdpAction.XDP_DROP;
    }

    [BpfProgram("xdp")]
    public static int Asked(XdpBuff xdp)
    {
        var isThere = KernelFeatures.Has("bpf_dynptr_from_file");
        return isThere && xdp.Length > 0 ? XdpAction.XDP_DROP : XdpAction.XDP_PASS;
    }

    [BpfProgram("xdp")]
    public static int Numbered(XdpBuff xdp)
    {
        if (HasTai() && KernelFeatures.Has(nameof(bpf_ktime_get_boot_ns)))
            return bpf_ktime_get_tai_ns() > bpf_ktime_get_boot_ns() ? XdpAction.XDP_DROP : XdpAction.XDP_PASS;
        return XdpAction.XDP_TX;
    }

    private static bool HasTai() => KernelFeatures.Has(nameof(bpf_ktime_get_tai_ns));
}
