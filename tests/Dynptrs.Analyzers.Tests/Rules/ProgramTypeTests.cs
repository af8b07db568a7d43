using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>DYN020, DYN021, DYN022, and packets that may not be written: what a helper asks of the program that calls it.</summary>
public sealed class ProgramTypeTests
{
    [Theory]
    [InlineData("tc", false)]
    [InlineData("xdp.frags", false)]
    [InlineData("?xdp", false)]
    [InlineData("cgroup_skb/egress", true)]
    [InlineData("freplace/main", false)]
    public Task A_helper_for_some_program_types_is_refused_in_others(string section, bool isRefused) => Helpers.Verify(
        $$"""
        [BpfProgram("{{section}}")]
        public static int Run(Parcel ctx) { _ = {{Mark("DYN020", "Post.Send(1)", isRefused)}}; return 0; }
        """);

    [Theory]
    [InlineData("tc", false)]
    [InlineData("xdp", true)]
    public Task A_helper_may_name_the_types_that_it_is_not_for(string section, bool isRefused) => Helpers.Verify(
        $$"""
        [BpfProgram("{{section}}")]
        public static int Run(Parcel ctx) => {{Mark("DYN020", "Post.Sort(1)", isRefused)}};
        """);

    [Theory]
    [InlineData("fentry/do_nanosleep", true)]
    [InlineData("fentry.s/do_nanosleep", false)]
    [InlineData("syscall", false)]
    [InlineData("tc", true)]
    public Task A_helper_that_may_sleep_needs_a_sleepable_program(string section, bool isRefused) => Helpers.Verify(
        $$"""
        [BpfProgram("{{section}}")]
        public static int Run(Parcel ctx) { _ = {{Mark("DYN021", "Post.Wait(1)", isRefused)}}; return 0; }
        """);

    [Theory]
    [InlineData("6.4", true)]
    [InlineData("6.4.99", true)]
    [InlineData("6.5", false)]
    [InlineData("6.12", false)]
    [InlineData("7.0", false)]
    public Task A_helper_that_the_oldest_kernel_has_not_is_refused(string kernel, bool isRefused) => Helpers.VerifyForKernel(
        kernel,
        $$"""
        [BpfProgram("tc")]
        public static int Run(Parcel ctx) => {{Mark("DYN022", "Post.Weigh(1)", isRefused)}};

        public static int Host() => Post.Weigh(1);
        """);

    [Fact]
    public Task Without_a_kernel_version_nothing_is_too_new() => Helpers.Verify(
        """
        [BpfProgram("tc")]
        public static int Run(Parcel ctx) => Post.Weigh(1);
        """);

    [Theory]
    [InlineData("tc", false)]
    [InlineData("cgroup_skb/ingress", true)]
    [InlineData("fentry/x", true)]
    public Task Writable_packet_data_is_for_programs_that_may_write_packets(string section, bool isRefused) => Helpers.Verify(
        $$"""
        [BpfProgram("{{section}}")]
        public static int Run(Parcel ctx) { _ = {{Mark("DYN009", "Post.Open(1)", isRefused)}}; return 0; }
        """);

    [Theory]
    [InlineData("fentry/x", true)]
    [InlineData("fexit/x", true)]
    [InlineData("raw_tp/x", true)]
    [InlineData("tp_btf/x", false)]
    [InlineData("tc", false)]
    public Task What_a_traced_function_was_called_with_is_not_trusted(string section, bool isRefused) => Helpers.Verify(
        $$"""
        [BpfProgram("{{section}}")]
        public static int Run(Parcel ctx)
        {
            var copy = ctx;
            _ = Post.Stamp({{Mark("DYN020", "copy", isRefused)}});
            return 0;
        }
        """);

    [Fact]
    public Task What_a_helper_gives_is_trusted() => Helpers.Verify(
        """
        [BpfProgram("fentry/x")]
        public static int Run(Parcel ctx) { _ = Post.Stamp(Post.Find(ctx.Weight)); return 0; }
        """);

    [Fact]
    public Task A_method_with_a_contract_says_itself_that_it_wants_trusted_objects() => Helpers.Verify(
        """
        [BpfProgram("fentry/x")]
        public static int Run(Parcel ctx) { _ = Trusting({|DYN020:ctx|}) + Careless(ctx, 1) + Trusting(Post.Find(1)); return 0; }

        private static int Trusting([Trusted] Parcel parcel) => Post.Stamp(parcel);

        private static int Careless(Parcel parcel, [ConstantSize] int size) => Post.Stamp({|DYN020:parcel|});
        """);

    [Fact]
    public Task Only_the_first_mistake_of_a_call_is_reported() => Helpers.VerifyForKernel(
        "5.10",
        """
        [BpfProgram("cgroup_skb/ingress")]
        public static int Run(Parcel ctx) { _ = {|DYN020:Post.Rush(1)|}; return 0; }
        """);

    [Fact]
    public Task Host_code_calls_what_it_likes() => Helpers.Verify(
        """
        public static int Run(Parcel ctx) => Post.Send(1) + Post.Wait(1) + Post.Open(1) + Post.Stamp(ctx);
        """);

    [Fact]
    public Task A_method_is_held_to_it_where_a_program_reaches_it() => Helpers.Verify(
        """
        [BpfProgram("xdp")]
        public static int Run(Parcel ctx) => Reached(1);

        public static int Host() => Reached(1) + NotReached(1);

        private static int Reached(int parcel) => {|DYN020:Post.Sort(parcel)|};

        private static int NotReached(int parcel) => Post.Sort(parcel);
        """);

    [Fact]
    public Task Two_programs_that_reach_the_same_call_make_one_diagnostic() => Helpers.Verify(
        """
        [BpfProgram("xdp")]
        public static int Run(Parcel ctx) => Reached(1);

        [BpfProgram("xdp.frags")]
        public static int RunToo(Parcel ctx) => Reached(2);

        [BpfProgram("tc")]
        public static int Other(Parcel ctx) => Reached(2);

        private static int Reached(int parcel) => {|DYN020:Post.Sort(parcel)|};
        """);

    [Fact]
    public Task A_mistake_in_another_type_stands_at_the_first_call_that_leads_there() => Helpers.VerifyWith(
        """
        public static class Other
        {
            public static int Reached(int parcel) => Post.Sort(parcel);
        }
        """,
        """
        [BpfProgram("xdp")]
        public static int Run(Parcel ctx) => {|DYN020:Other.Reached(1)|};

        [BpfProgram("xdp")]
        public static int RunToo(Parcel ctx) => Other.Reached(2);

        [BpfProgram("tc")]
        public static int Accepted(Parcel ctx) => Other.Reached(2);
        """);

    [Fact]
    public Task A_callback_is_part_of_its_program() => Helpers.Verify(
        """
        [BpfProgram("xdp")]
        public static int Run(Parcel ctx) => BpfLoop.Run(4, static index => {|DYN020:Post.Sort(1)|} & 0) + BpfLoop.Run(4, Visit);

        private static int Visit(uint index) => {|DYN021:Post.Wait(1)|} & 0;
        """);

    [Fact]
    public Task The_body_of_a_method_with_a_contract_is_part_of_its_program() => Helpers.Verify(
        """
        [BpfProgram("xdp")]
        public static int Run(Parcel ctx) => Sized(4);

        [BpfProgram("tc")]
        public static int Accepted(Parcel ctx) => SizedToo(4);

        private static int Sized([ConstantSize] int size) => {|DYN020:Post.Sort(size)|} + Deeper(1);

        private static int SizedToo([ConstantSize] int size) => Post.Sort(size);

        private static int Deeper([ConstantSize] int size) => {|DYN021:Post.Wait(size)|};
        """);

    [Fact]
    public Task The_body_of_a_method_with_a_contract_in_another_type_stands_at_the_call() => Helpers.VerifyWith(
        """
        using Dynptrs;

        public static class Other
        {
            public static int Sized([ConstantSize] int size) => Post.Sort(size);
        }
        """,
        """
        [BpfProgram("xdp")]
        public static int Run(Parcel ctx) => {|DYN020:Through()|};

        private static int Through() => Other.Sized(4);
        """);

    [Fact]
    public Task Code_that_is_never_reached_is_not_the_programs() => Helpers.Verify(
        """
        [BpfProgram("xdp")]
        public static int Run(Parcel ctx) => 1 > 2 ? Post.Sort(1) : 0;
        """);

    [Fact]
    public Task The_runtimes_own_helpers_say_the_same() => Helpers.Verify(
        """
        private static long s_global;

        [BpfProgram("xdp")]
        public static int Run(SkBuff skb) => {|DYN020:skb.ToDynptr(out Dynptr ptr)|};

        [BpfProgram("fentry/skb_tx_error")]
        public static int Traced(SkBuff skb) { _ = {|DYN020:skb|}.ToDynptr(out Dynptr ptr); return 0; }

        [BpfProgram("tp_btf/kfree_skb")]
        public static int Trusted(SkBuff skb) => skb.ToDynptr(out Dynptr ptr);

        [BpfProgram("tc")]
        public static int Written(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ptr.GetWritableSlice<long>(0);
            return 0;
        }

        [BpfProgram("cgroup_skb/ingress")]
        public static int Refused(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            {|DYN009:ptr.GetWritableSlice<long>(0)|};
            return 0;
        }

        [BpfProgram("lirc_mode2")]
        public static int Remote(TracepointContext ctx) => {|DYN020:Dynptr.FromMemory(ref s_global, out Dynptr ptr)|};
        """);

    [Theory]
    [InlineData("xdp", "Post.Sort(1)", "`Sort` (post_sort) may not be called by a program of type XDP (section `xdp`)")]
    [InlineData(
        "cgroup/skb",
        "Post.Send(1)",
        "`Send` (post_send) may not be called by a program of type CGROUP_SKB (section `cgroup/skb`): only by SCHED_CLS and XDP programs")]
    [InlineData(
        "lsm/file_open",
        "Post.Wait(1)",
        "`Wait` (post_wait) may sleep, but the program with the section `lsm/file_open` may not: make the section `lsm.s/file_open`")]
    [InlineData(
        "xdp",
        "Post.Wait(1)",
        "`Wait` (post_wait) may sleep, but the program with the section `xdp` may not, and programs of this section never may")]
    [InlineData(
        "xdp",
        "Post.Open(1)",
        "`Open` (post_open) asks for packet data that may be written, but a program of type XDP (section `xdp`) may only read packets: take a slice for reading")]
    [InlineData(
        "fentry/x",
        "Post.Stamp(ctx)",
        "`ctx` is not trusted in a program of type TRACING (section `fentry/x`), and `Stamp` takes trusted objects only: attach to a BTF tracepoint (`tp_btf/…`), or get the object from a helper")]
    public async Task The_message_says_what_and_where(string section, string call, string message) =>
        Assert.Equal(
            [message],
            await Helpers.GetMessages($"[BpfProgram(\"{section}\")] public static int Run(Parcel ctx) {{ _ = {call}; return 0; }}"));

    private static string Mark(string rule, string code, bool isMarked) => isMarked ? $"{{|{rule}:{code}|}}" : code;
}
