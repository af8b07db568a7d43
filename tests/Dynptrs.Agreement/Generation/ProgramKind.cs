using System.Collections.Immutable;

namespace Dynptrs.Agreement.Generation;

/// <summary>A type of programs.</summary>
/// <param name="Section">The section.</param>
/// <param name="Context">The type of the context.</param>
/// <param name="Weight">How often there is one.</param>
internal sealed record ProgramKind(string Section, string Context, int Weight)
{
    /// <summary>Those that a kernel judges without anything that it must have besides.</summary>
    public static ImmutableArray<ProgramKind> All { get; } =
    [
        new("tc", "SkBuff", 6) { Packet = "skb", MayWritePacket = true, MayLock = true, MostResult = 3 },
        new("xdp", "XdpBuff", 6) { Packet = "xdp", MayWritePacket = true, MayLock = true, MostResult = 3 },
        new("cgroup_skb/egress", "SkBuff", 3) { Packet = "skb", MayLock = true, MostResult = 1 },
        new("syscall", "SyscallContext", 3),
        new("raw_tp/sys_enter", "TracepointContext", 4),
        new("tp/syscalls/sys_enter_nanosleep", "TracepointContext", 2),
        new("kprobe/do_nanosleep", "TracepointContext", 2),
    ];

    /// <summary>The kind of its packets, if it has any.</summary>
    public string? Packet { get; init; }

    public bool MayWritePacket { get; init; }

    public bool MayLock { get; init; }

    /// <summary>What it returns at most, if not everything.</summary>
    public int? MostResult { get; init; }
}
