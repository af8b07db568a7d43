using System.Threading.Tasks;
using Dynptrs.CodeFixes.Refactorings.Spelling;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Refactorings.Spelling;

public sealed class RuntimeSpellingTests
{
    [Theory]
    [InlineData("bpf_ringbuf_re$$serve_dynptr(Events, 64, 0, out var ptr)", "Events.Reserve(64, out var ptr)")]
    [InlineData("bpf_ringbuf_re$$serve_dynptr(Events, 64, None, out var ptr)", "Events.Reserve(64, None, out var ptr)")]
    [InlineData("bpf_ringbuf_re$$serve_dynptr(Events, 64, /* none */ 0, out var ptr)", "Events.Reserve(64, /* none */ 0, out var ptr)")]
    [InlineData("bpf_ringbuf_re$$serve_dynptr(flags: 0, size: 64, ringBuf: Events, ptr: out var ptr)", "Events.Reserve(64, out var ptr)")]
    public Task Leaves_out_a_literal_0_that_need_not_be_written(string call, string expected) =>
        RefactoringTest<RuntimeSpellingRefactoring>.VerifyMembers(
            $$"""
            const ulong None = 0;

            public static int Run()
            {
                int err = {{call}};
                ptr.Discard();
                return err;
            }
            """,
            $$"""
            const ulong None = 0;

            public static int Run()
            {
                int err = {{expected}};
                ptr.Discard();
                return err;
            }
            """,
            key: "Call",
            title: "Use the runtime's spelling `Reserve`");

    [Theory]
    [InlineData("bpf_dynptr_si$$ze(ptr)", "ptr.Size")]
    [InlineData("(ulong)bpf_dynptr_ad$$just(ref ptr, 1, 2)", "(ulong)ptr.Adjust(1, 2)")]
    [InlineData("(ulong)bpf_dynptr_c$$opy(ptr, 0, in ptr, 8, 8)", "(ulong)ptr.Copy(0, in ptr, 8, 8)")]
    [InlineData("(ulong)bpf_dynptr_re$$ad(out int value, ptr, 0, 0)", "(ulong)ptr.Read(out int value)")]
    [InlineData("(ulong)bpf_dynptr_re$$ad<int>(out _, ptr, 4, 0)", "(ulong)ptr.Read<int>(out _, 4)")]
    [InlineData("(ulong)bpf_dynptr_re$$ad<int>(out _, ptr, 0, 1)", "(ulong)ptr.Read<int>(out _, 0, 1)")]
    [InlineData("(ulong)bpf_dynptr_data<Sam$$ple>(ptr, 0).Value.Pid", "(ulong)ptr.Data<Sample>().Value.Pid")]
    [InlineData("(ulong)bpf_dynptr_s$$lice<Sample>(ptr, 0, default).Value.Pid", "(ulong)ptr.GetSlice<Sample>(0).Value.Pid")]
    [InlineData("(ulong)bpf_map_lookup_elem<uint, int>(Coun$$ters, 3).Value", "(ulong)Counters.Lookup(3).Value")]
    [InlineData("(ulong)bpf_map_upd$$ate_elem(Counters, 3u, 4, 1)", "(ulong)Counters.Update(3u, 4, 1)")]
    [InlineData("bpf_ktime_$$get_ns()", "KernelClock.GetNanoseconds()")]
    [InlineData("bpf_ringbuf_qu$$ery(Events, RingBufQuery.BPF_RB_RING_SIZE)", "Events.Query((ulong)RingBufQuery.BPF_RB_RING_SIZE)")]
    [InlineData("bpf_ringbuf_qu$$ery(Events ?? Others, 0)", "(Events ?? Others).Query(0)")]
    [InlineData("Stubs.Bpf.bpf_$$ktime_get_ns()", "KernelClock.GetNanoseconds()")]
    public async Task Finds_the_member_of_a_stub_with_its_receiver_types_and_flags(string expression, string expected)
    {
        string[] reports = expression.Contains(".Value") ? ["DYN006"] : [];
        await RefactoringTest<RuntimeSpellingRefactoring>.VerifyMembers(Method(expression), Method(expected), "Call", reports: reports);

        static string Method(string returned) =>
            $$"""
            static readonly RingBuf Others = new(4096);

            public static ulong Run()
            {
                _ = Events.Reserve(64, out var ptr);
                ulong result = {{returned}};
                ptr.Submit();
                return result;
            }
            """;
    }

    [Fact]
    public Task Keeps_comments_and_lines() => RefactoringTest<RuntimeSpellingRefactoring>.VerifyMembers(
        """
        public static void Run()
        {
            // The record
            _ = bpf_ringbuf_reserve$$_dynptr(
                Events,
                64, // bytes
                0,
                out var ptr); // reserved
            ptr.Discard();
        }
        """,
        """
        public static void Run()
        {
            // The record
            _ = Events.Reserve(
                64, // bytes
                out var ptr); // reserved
            ptr.Discard();
        }
        """);

    [Fact]
    public Task Writes_all_calls_of_a_file() => RefactoringTest<RuntimeSpellingRefactoring>.VerifyMembers(
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int OnNanosleep(TracepointContext ctx)
        {
            int err = bpf_ringbuf_$$reserve_dynptr(Events, 64, 0, out Dynptr ptr);
            Slice<Sample> sample = err != 0 ? default : bpf_dynptr_data<Sample>(ptr, 0);
            if (!sample)
                goto discard;
            sample.Value.Pid = (int)(bpf_get_current_pid_tgid() >> 32);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return 0;
        discard:
            bpf_ringbuf_discard_dynptr(ref ptr, RingBufFlags.BPF_RB_NO_WAKEUP);
            return 0;
        }

        public static ulong Size(in Dynptr ptr) => bpf_dynptr_size(ptr);
        """,
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int OnNanosleep(TracepointContext ctx)
        {
            int err = Events.Reserve(64, out Dynptr ptr);
            Slice<Sample> sample = err != 0 ? default : ptr.Data<Sample>();
            if (!sample)
                goto discard;
            sample.Value.Pid = (int)(CurrentTask.GetPidTgid() >> 32);
            ptr.Submit();
            return 0;
        discard:
            ptr.Discard((ulong)RingBufFlags.BPF_RB_NO_WAKEUP);
            return 0;
        }

        public static ulong Size(in Dynptr ptr) => ptr.Size;
        """,
        key: "File",
        title: "Use the runtime's spelling in this file");

    [Theory]
    [InlineData("bpf_dynptr_si$$ze(ptr);")]
    [InlineData("_ = ptr.Si$$ze;")]
    [InlineData("_ = bpf_dynptr_size(ptr);$$ _ = 1;")]
    [InlineData("_ = bpf_dynptr_re$$ad(buffer(), Get(ref ptr), 0, 0);")]
    [InlineData("_ = Fake.bpf_dynptr_si$$ze(ptr);")]
    public Task Is_not_offered_elsewhere_or_where_it_would_not_mean_the_same(string statement) =>
        RefactoringTest<RuntimeSpellingRefactoring>.VerifyMembersNotOffered(
            $$"""
            public static void Run(System.Func<byte[]> buffer)
            {
                _ = Events.Reserve(64, out Dynptr ptr);
                {{statement}}
                ptr.Submit();
            }

            private static ref Dynptr Get(ref Dynptr ptr) => ref ptr;

            private static class Fake
            {
                [BpfHelper("bpf_dynptr_size")]
                public static ulong bpf_dynptr_size(in Dynptr ptr) => ptr.Size;
            }
            """);
}
