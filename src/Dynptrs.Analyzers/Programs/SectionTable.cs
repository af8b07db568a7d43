using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Analyzers.Programs;

/// <summary>The section strings that libbpf knows, and the programs that they make.</summary>
/// <remarks>
/// Follows <c>section_defs</c>. Contexts and the arguments of BTF tracepoints, iterators, LSM hooks and struct_ops are trusted, as in
/// <c>prog_args_trusted</c>; the arguments of other traced functions, and what a program reads out of registers or a trace record, are not.
/// What a program may return follows <c>return_retval_range</c>. The one argument that the kernel marks as a reference, with
/// <c>__ref</c>, is the packet that a queue is given.
/// </remarks>
internal static class SectionTable
{
    private const int MaxSuggestions = 3;

    private static readonly ImmutableArray<ProgramSection> All = [.. Create()];

    /// <summary>What a section string says about its program, or <see langword="null"/> for one that libbpf does not know.</summary>
    public static ProgramFacts? Find(string section)
    {
        var name = WithoutMark(section);
        foreach (var row in All)
        {
            if (row.Matches(name))
                return row.Describe(section, name);
        }

        return null;
    }

    /// <summary>The section of a program that does the same and may sleep, or <see langword="null"/> where there is none.</summary>
    public static string? Sleepable(string section)
    {
        var slash = section.IndexOf('/');
        var candidate = slash < 0 ? section + ".s" : section.Substring(0, slash) + ".s" + section.Substring(slash);
        return Find(candidate) is { IsSleepable: true } ? candidate : null;
    }

    /// <summary>The sections that a string was perhaps meant to be: those that are nearest.</summary>
    public static ImmutableArray<string> Suggest(string section)
    {
        var name = WithoutMark(section);
        var slash = name.IndexOf('/');
        var head = slash < 0 ? name : name.Substring(0, slash);
        var candidates = new List<(string Text, int Distance)>();
        foreach (var row in All)
        {
            candidates.Add((row.Name, EditDistance.Between(name, row.Name)));
            // The place to attach to is right, what stands before it is not.
            if (slash >= 0 && row.HasTarget)
                candidates.Add((row.Name + name.Substring(slash), EditDistance.Between(head, row.Name)));
            // What libbpf takes without a place to attach to.
            if (slash >= 0 && !row.HasTarget && head == row.Name)
                candidates.Add((row.Name, 1));
        }

        var nearest = candidates.Min(candidate => candidate.Distance);
        return nearest > Math.Max(2, head.Length / 3)
            ? []
            :
            [
                .. candidates
                    .Where(candidate => candidate.Distance == nearest)
                    .Select(candidate => candidate.Text)
                    .Distinct()
                    .Take(MaxSuggestions),
            ];
    }

    /// <summary>A question mark before a section tells libbpf not to load the program by default.</summary>
    private static string WithoutMark(string section) => section.StartsWith("?", StringComparison.Ordinal) ? section.Substring(1) : section;

    private static IEnumerable<ProgramSection> Create() =>
    [
        .. Exact("SOCKET_FILTER", "socket"),
        .. Exact("SK_REUSEPORT", "sk_reuseport/migrate", "sk_reuseport"),
        .. Traced("KPROBE", "kprobe", "uprobe", "uprobe.s", "kretprobe", "uretprobe", "uretprobe.s", "kprobe.multi", "kretprobe.multi"),
        .. Traced("KPROBE", "uprobe.multi", "uretprobe.multi", "uprobe.multi.s", "uretprobe.multi.s"),
        .. Returning(0, 1, Traced("KPROBE", "kprobe.session", "uprobe.session", "uprobe.session.s")),
        .. Traced("KPROBE", "ksyscall", "kretsyscall", "usdt", "usdt.s"),
        .. Exact("SCHED_CLS", "tc/ingress", "tc/egress", "tcx/ingress", "tcx/egress", "tc", "classifier", "netkit/primary", "netkit/peer"),
        .. Exact("SCHED_ACT", "action"),
        .. Traced("TRACEPOINT", "tracepoint", "tp", "tracepoint.s", "tp.s"),
        .. Traced("RAW_TRACEPOINT", "raw_tracepoint", "raw_tp", "raw_tracepoint.s", "raw_tp.s"),
        .. Traced("RAW_TRACEPOINT_WRITABLE", "raw_tracepoint.w", "raw_tp.w"),
        .. Trusted("TRACING", "tp_btf", "tp_btf.s").Select(row => row with { NullableArgument = Tracepoints.NullableArgument }),
        .. Returning(0, 1, Trusted("TRACING", "iter", "iter.s")),
        .. Traced("TRACING", "fmod_ret", "fmod_ret.s"),
        .. Returning(0, 0, Traced("TRACING", "fentry", "fexit", "fentry.s", "fexit.s", "fsession", "fsession.s")),
        .. Returning(
            0,
            0,
            Traced("TRACING", "fsession.multi", "fsession.multi.s", "fentry.multi", "fexit.multi", "fentry.multi.s", "fexit.multi.s")),
        .. Trusted(null, "freplace"),
        .. OfHooks("lsm", "lsm.s").Select(row => row with { Result = LsmHooks.Result, IsResultAnInt = true }),
        .. OfHooks("lsm_cgroup").Select(row => row with { Result = LsmHooks.ResultInControlGroup }),
        new ProgramSection("syscall", "SYSCALL") { IsSleepable = true },
        .. Exact("XDP", "xdp.frags/devmap", "xdp/devmap", "xdp.frags/cpumap", "xdp/cpumap", "xdp.frags", "xdp"),
        new ProgramSection("perf_event", "PERF_EVENT") { IsTraced = true },
        .. Exact("LWT_IN", "lwt_in"),
        .. Exact("LWT_OUT", "lwt_out"),
        .. Exact("LWT_XMIT", "lwt_xmit"),
        .. Exact("LWT_SEG6LOCAL", "lwt_seg6local"),
        .. Returning(0, 1, Exact("SOCK_OPS", "sockops")),
        .. Exact("SK_SKB", "sk_skb/stream_parser", "sk_skb/stream_verdict", "sk_skb/verdict", "sk_skb"),
        .. Exact("SK_MSG", "sk_msg"),
        .. Exact("LIRC_MODE2", "lirc_mode2"),
        .. Exact("FLOW_DISSECTOR", "flow_dissector"),
        .. Returning(0, 1, Exact("CGROUP_SKB", "cgroup_skb/ingress", "cgroup/skb")),
        .. Returning(0, 3, Exact("CGROUP_SKB", "cgroup_skb/egress")),
        .. Returning(
            0,
            1,
            Exact("CGROUP_SOCK", "cgroup/sock_create", "cgroup/sock_release", "cgroup/sock", "cgroup/post_bind4", "cgroup/post_bind6")),
        .. Returning(0, 3, Exact("CGROUP_SOCK_ADDR", "cgroup/bind4", "cgroup/bind6")),
        .. Returning(0, 1, Exact("CGROUP_SOCK_ADDR", "cgroup/connect4", "cgroup/connect6", "cgroup/connect_unix")),
        .. Returning(0, 1, Exact("CGROUP_SOCK_ADDR", "cgroup/sendmsg4", "cgroup/sendmsg6", "cgroup/sendmsg_unix")),
        .. Returning(1, 1, Exact("CGROUP_SOCK_ADDR", "cgroup/recvmsg4", "cgroup/recvmsg6", "cgroup/recvmsg_unix")),
        .. Returning(1, 1, Exact("CGROUP_SOCK_ADDR", "cgroup/getpeername4", "cgroup/getpeername6", "cgroup/getpeername_unix")),
        .. Returning(1, 1, Exact("CGROUP_SOCK_ADDR", "cgroup/getsockname4", "cgroup/getsockname6", "cgroup/getsockname_unix")),
        .. Returning(0, 1, Exact("CGROUP_SYSCTL", "cgroup/sysctl")),
        .. Returning(0, 1, Exact("CGROUP_SOCKOPT", "cgroup/getsockopt", "cgroup/setsockopt")),
        .. Returning(0, 1, Exact("CGROUP_DEVICE", "cgroup/dev")),
        .. Trusted("STRUCT_OPS", "struct_ops", "struct_ops.s").Select(row => row with { NeedsGpl = true, Gives = ["struct sk_buff"] }),
        .. Returning(0, 1, Exact("SK_LOOKUP", "sk_lookup")),
        .. Returning(0, 1, Exact("NETFILTER", "netfilter")),
    ];

    private static IEnumerable<ProgramSection> Exact(string type, params string[] names) =>
        names.Select(name => new ProgramSection(name, type));

    private static IEnumerable<ProgramSection> Trusted(string? type, params string[] names) =>
        names.Select(name => new ProgramSection(name, type) { HasTarget = true, IsSleepable = IsSleepable(name) });

    private static IEnumerable<ProgramSection> OfHooks(params string[] names) =>
        Trusted("LSM", names).Select(row => row with { NeedsGpl = true, NullableArgument = LsmHooks.NullableArgument });

    private static IEnumerable<ProgramSection> Traced(string type, params string[] names) =>
        names.Select(name => new ProgramSection(name, type) { HasTarget = true, IsSleepable = IsSleepable(name), IsTraced = true });

    private static IEnumerable<ProgramSection> Returning(long min, long max, IEnumerable<ProgramSection> rows)
    {
        var range = new ValueRange(min, max);
        return rows.Select(row => row with { Result = _ => range });
    }

    private static bool IsSleepable(string name) => name.EndsWith(".s", StringComparison.Ordinal);
}
