using static Dynptrs.Kernel.Tests.Programs.Bpf;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>A program that looks at who runs it.</summary>
[BpfObject(License = "GPL")]
internal static partial class Caller
{
    public static ulong Address;
    public static int Length;
    public static int LengthOfNothing;
    public static ulong Ids;
    public static ulong Cgroup;
    public static ulong RootCgroup;
    public static ulong Start;
    public static ulong AtomicTime;
    public static int SignalError;
    public static Word Text;

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnCall(TracepointContext ctx)
    {
        Length = bpf_probe_read_user_str(Text, (nuint)Address);
        Word nothing = default;
        LengthOfNothing = bpf_probe_read_user_str(nothing, 16);
        Ids = bpf_get_current_uid_gid();
        Cgroup = bpf_get_current_cgroup_id();
        RootCgroup = bpf_get_current_ancestor_cgroup_id(0);
        Start = bpf_ktime_get_boot_ns();
        AtomicTime = bpf_ktime_get_tai_ns();
        SignalError = bpf_send_signal(0);
        return bpf_get_numa_node_id();
    }
}
