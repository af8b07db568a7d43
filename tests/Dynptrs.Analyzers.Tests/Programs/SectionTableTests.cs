using Dynptrs.Analyzers.Programs;

namespace Dynptrs.Analyzers.Tests.Programs;

/// <summary>Section strings are read as libbpf reads them.</summary>
public sealed class SectionTableTests
{
    [Theory]
    [InlineData("tc", "SCHED_CLS", false, true, false)]
    [InlineData("?tc", "SCHED_CLS", false, true, false)]
    [InlineData("tcx/ingress", "SCHED_CLS", false, true, false)]
    [InlineData("classifier", "SCHED_CLS", false, true, false)]
    [InlineData("action", "SCHED_ACT", false, true, false)]
    [InlineData("cgroup_skb/egress", "CGROUP_SKB", false, true, false)]
    [InlineData("cgroup/skb", "CGROUP_SKB", false, true, false)]
    [InlineData("xdp", "XDP", false, true, false)]
    [InlineData("xdp.frags", "XDP", false, true, false)]
    [InlineData("syscall", "SYSCALL", true, true, false)]
    [InlineData("lsm/file_open", "LSM", false, true, false)]
    [InlineData("lsm.s/file_open", "LSM", true, true, false)]
    [InlineData("iter.s/task", "TRACING", true, true, false)]
    [InlineData("struct_ops.s", "STRUCT_OPS", true, true, false)]
    [InlineData("tp_btf/kfree_skb", "TRACING", false, true, true)]
    [InlineData("fentry/skb_tx_error", "TRACING", false, false, true)]
    [InlineData("fentry.s/do_nanosleep", "TRACING", true, false, true)]
    [InlineData("fexit/skb_tx_error", "TRACING", false, false, true)]
    [InlineData("kprobe.multi/tcp_*", "KPROBE", false, false, true)]
    [InlineData("uprobe.s//bin/sh:main", "KPROBE", true, false, true)]
    [InlineData("?raw_tp", "RAW_TRACEPOINT", false, false, true)]
    [InlineData("raw_tp.w/x", "RAW_TRACEPOINT_WRITABLE", false, false, false)]
    [InlineData("tp/syscalls/sys_enter_nanosleep", "TRACEPOINT", false, false, true)]
    [InlineData("perf_event", "PERF_EVENT", false, false, true)]
    public void A_section_says_what_its_program_is(
        string section,
        string type,
        bool isSleepable,
        bool hasTrustedArguments,
        bool hasPrivateStack)
    {
        var program = SectionTable.Find(section)!;
        Assert.Equal(
            (section, type, isSleepable, hasTrustedArguments, hasPrivateStack),
            (program.Section, program.Type, program.IsSleepable, program.HasTrustedArguments, program.HasPrivateStack));
    }

    [Theory]
    [InlineData("tcx/ingress", "tcx/ingress")]
    [InlineData("?tc", "tc")]
    [InlineData("lsm.s/file_open", "lsm.s")]
    public void What_a_program_is_attached_to_is_no_part_of_its_kind(string section, string kind) =>
        Assert.Equal(kind, SectionTable.Find(section)!.Kind);

    [Theory]
    [InlineData("struct_ops/enqueue", "struct sk_buff")]
    [InlineData("tc", "")]
    public void A_section_says_what_its_program_is_given_to_keep(string section, string objects) =>
        Assert.Equal(objects, string.Join(", ", SectionTable.Find(section)!.Gives));

    [Theory]
    [InlineData("tp_btf/qdisc_dequeue", 3)]
    [InlineData("tp_btf.s/tcp_send_reset", 1)]
    [InlineData("tp_btf/kfree_skb", -1)]
    [InlineData("lsm.s/mmap_file", 0)]
    [InlineData("lsm/file_open", -1)]
    public void A_section_says_what_of_its_program_may_be_null(string section, int argument) =>
        Assert.Equal(argument, SectionTable.Find(section)!.NullableArgument);

    [Fact]
    public void A_program_that_replaces_another_has_the_type_of_that() => Assert.Null(SectionTable.Find("freplace/main")!.Type);

    [Theory]
    [InlineData("")]
    [InlineData("tc/main")]
    [InlineData("xdp/main")]
    [InlineData("fentryx")]
    [InlineData("cgroup_skb")]
    [InlineData("TC")]
    [InlineData("??tc")]
    public void Other_strings_are_not_known(string section) => Assert.Null(SectionTable.Find(section));

    [Theory]
    [InlineData("xpd", "xdp")]
    [InlineData("fenty/do_nanosleep", "fentry/do_nanosleep")]
    [InlineData("fentry.a/do_nanosleep", "fentry.s/do_nanosleep")]
    [InlineData("tc/main", "tc")]
    [InlineData("cgroup_skb/engress", "cgroup_skb/egress")]
    [InlineData("tracepont/syscalls/sys_enter_nanosleep", "tracepoint/syscalls/sys_enter_nanosleep")]
    public void What_was_meant_is_suggested(string section, string wanted) => Assert.Contains(wanted, SectionTable.Suggest(section));

    [Fact]
    public void Nothing_is_suggested_for_what_is_like_no_section() => Assert.Empty(SectionTable.Suggest("my_program"));

    [Theory]
    [InlineData("fentry/do_nanosleep", "fentry.s/do_nanosleep")]
    [InlineData("lsm/file_open", "lsm.s/file_open")]
    [InlineData("xdp", null)]
    [InlineData("kprobe/x", null)]
    public void The_sleepable_form_of_a_section_is_known(string section, string? sleepable) =>
        Assert.Equal(sleepable, SectionTable.Sleepable(section));
}
