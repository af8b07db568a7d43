using System.Threading.Tasks;
using Dynptrs.CodeFixes.Refactorings.Reservations;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Refactorings.Reservations;

public sealed class ReserveDynptrTests
{
    [Theory]
    [InlineData("Discard")]
    [InlineData("Submit")]
    public Task Takes_the_memory_of_a_dynptr_that_is_released_where_there_is_no_record_too(string method) =>
        RefactoringTest<ReserveDynptrRefactoring>.VerifyMembers(
            """
            public static int Run(int n)
            {
                // The sample
                var sample = Events.$$ReserveRecord<Sample>(); // may be null
                if (!sample)
                    return 0;
                sample.Value.Pid = n;
                if (n > 3)
                {
                    RingBuf.DiscardRecord(sample); // too large
                    return 0;
                }

                RingBuf.SubmitRecord(sample, BpfConstants.BPF_RB_NO_WAKEUP);
                return n;
            }
            """,
            $$"""
            public static int Run(int n)
            {
                // The sample
                Events.Reserve((uint)System.Runtime.CompilerServices.Unsafe.SizeOf<Sample>(), out var ptr);
                var sample = ptr.Data<Sample>(); // may be null
                if (!sample)
                {
                    ptr.{{method}}();
                    return 0;
                }

                sample.Value.Pid = n;
                if (n > 3)
                {
                    ptr.Discard(); // too large
                    return 0;
                }

                ptr.Submit(BpfConstants.BPF_RB_NO_WAKEUP);
                return n;
            }
            """,
            key: method,
            title: $"Use `Reserve` for `sample`, and `{method}` where there is no record");

    [Fact]
    public Task Keeps_the_kernels_spelling() => RefactoringTest<ReserveDynptrRefactoring>.VerifyMembers(
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int OnNanosleep(TracepointContext ctx)
        {
            Slice<Sample> sample = bpf_ringbuf_$$reserve<Sample>(Events, 0);
            if (sample.IsNull)
                return 0;
            sample.Value.Pid = 1;
            bpf_ringbuf_submit(sample, RingBufFlags.BPF_RB_NO_WAKEUP);
            return 0;
        }
        """,
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int OnNanosleep(TracepointContext ctx)
        {
            bpf_ringbuf_reserve_dynptr(Events, (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<Sample>(), 0, out Dynptr ptr);
            Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
            if (sample.IsNull)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            sample.Value.Pid = 1;
            bpf_ringbuf_submit_dynptr(ref ptr, RingBufFlags.BPF_RB_NO_WAKEUP);
            return 0;
        }
        """,
        title: "Use `bpf_ringbuf_reserve_dynptr` for `sample`, and `bpf_ringbuf_discard_dynptr` where there is no record");

    [Fact]
    public Task Reserves_as_many_bytes_and_takes_them_all() => RefactoringTest<ReserveDynptrRefactoring>.VerifyMembers(
        """
        const int Length = 24;

        public static void Run(byte ptr)
        {
            Slice record = Events.ReserveRecord$$(Length, 0);
            if (record)
            {
                record[8] = ptr;
                RingBuf.SubmitRecord(record);
            }
        }
        """,
        """
        const int Length = 24;

        public static void Run(byte ptr)
        {
            Events.Reserve(Length, out Dynptr ptr2);
            Slice record = ptr2.Data(0, Length);
            if (record)
            {
                record[8] = ptr;
                ptr2.Submit();
            }
            else
                ptr2.Discard();
        }
        """);

    [Fact]
    public async Task Is_offered_once_for_each_way_to_release() => Assert.Equal(
        [
            "Use `Reserve` for `sample`, and `Discard` where there is no record",
            "Use `Reserve` for `sample`, and `Submit` where there is no record",
        ],
        await RefactoringTest<ReserveDynptrRefactoring>.TitlesInMembers(
            """
            public static void Run()
            {
                var sample = Events.$$ReserveRecord<Sample>();
                if (sample)
                    RingBuf.SubmitRecord(sample);
            }
            """));

    [Theory]
    [InlineData("sample.Value.Pid = 1; RingBuf.SubmitRecord(sample);", true)]
    [InlineData("var other = sample; RingBuf.SubmitRecord(other);", false)]
    [InlineData("Finish(sample);", false)]
    [InlineData("sample.Value.Pid = 1;", false)]
    [InlineData("RingBuf.SubmitRecord(sample); sample = Events.ReserveRecord<Sample>(); if (sample) RingBuf.DiscardRecord(sample);", false)]
    public async Task Is_offered_where_all_uses_of_the_record_have_another_form_and_the_result_is_clean(string use, bool isOffered)
    {
        var titles = await RefactoringTest<ReserveDynptrRefactoring>.TitlesInMembers(
            $$"""
            public static void Run()
            {
                var sample = Events.$$ReserveRecord<Sample>();
                if (!sample)
                    return;
                {{use}}
            }

            private static void Finish([Releases("ringbuf_mem")] Slice<Sample> sample) => RingBuf.SubmitRecord(sample);
            """);

        Assert.Equal(isOffered, titles.GetEnumerator().MoveNext());
    }

    [Theory]
    [InlineData("if (!sam$$ple)")]
    [InlineData("Ring$$Buf.SubmitRecord(sample);")]
    [InlineData("_ = Events.Re$$serve(8, out Dynptr ptr);")]
    [InlineData("Slice<Sample> other = Pool.Ta$$ke();")]
    public Task Is_not_offered_elsewhere_or_for_what_has_no_other_form(string line) =>
        RefactoringTest<ReserveDynptrRefactoring>.VerifyNotOffered(
            $$"""
            using Dynptrs;

            public struct Sample { public int Pid; }

            public static class Pool
            {
                [return: Acquires("pool"), MayBeNull] public static Slice<Sample> Take() => default;
                public static void Give([Releases("pool")] Slice<Sample> sample) { }
            }

            public static class Probe
            {
                static readonly RingBuf Events = new(4096);

                public static void Run()
                {
                    Slice<Sample> sample = Events.ReserveRecord<Sample>();
                    {{(line.StartsWith("if") ? line : "if (!sample)")}}
                        return;
                    {{(line.StartsWith("Ring") ? line : "RingBuf.SubmitRecord(sample);")}}
                    {{(line.StartsWith("_ =") ? line + " ptr.Submit();" : "")}}
                    {{(line.StartsWith("Slice") ? line + " if (other) Pool.Give(other);" : "")}}
                }
            }
            """);
}
