using System.Linq;
using System.Threading.Tasks;
using Dynptrs.CodeFixes.Refactorings.Spelling;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Refactorings.Spelling;

public sealed class KernelSpellingTests
{
    [Theory]
    [InlineData("Events.$$Reserve(64, out var ptr)", "bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr)")]
    [InlineData("Events.Reserve(6$$4, 0, out var ptr)", "bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr)")]
    [InlineData("[|Events.Reserve|](64, 0x0, out Dynptr ptr)", "bpf_ringbuf_reserve_dynptr(Events, 64, 0x0, out Dynptr ptr)")]
    [InlineData("Events.Reserve(flags: 0, size: 64, ptr: out var ptr)$$", "bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr)")]
    public Task Writes_out_what_is_left_out_in_the_order_of_the_kernel(string call, string expected) =>
        RefactoringTest<KernelSpellingRefactoring>.VerifyMembers(
            $$"""
            public static int Run()
            {
                int err = {{call}};
                ptr.Discard();
                return err;
            }
            """,
            $$"""
            public static int Run()
            {
                int err = {{expected}};
                ptr.Discard();
                return err;
            }
            """,
            key: "Call",
            title: "Use the kernel's spelling `bpf_ringbuf_reserve_dynptr`");

    [Theory]
    [InlineData("ptr.$$Size", "bpf_dynptr_size(ptr)")]
    [InlineData("(ulong)ptr.Ad$$just(1, 2)", "(ulong)bpf_dynptr_adjust(ref ptr, 1, 2)")]
    [InlineData("(ulong)ptr.Cop$$y(0, ptr, 8, 8)", "(ulong)bpf_dynptr_copy(ptr, 0, ptr, 8, 8)")]
    [InlineData("(ulong)ptr.Rea$$d(out int value)", "(ulong)bpf_dynptr_read(out int value, ptr, 0, 0)")]
    [InlineData("(ulong)ptr.Rea$$d<int>(out _, 4)", "(ulong)bpf_dynptr_read<int>(out _, ptr, 4, 0)")]
    [InlineData("(ulong)ptr.W$$rite(4, 7)", "(ulong)bpf_dynptr_write(ptr, 4, 7, 0)")]
    [InlineData("(ulong)ptr.Data<Sam$$ple>().Value.Pid", "(ulong)bpf_dynptr_data<Sample>(ptr, 0).Value.Pid")]
    [InlineData("(ulong)ptr.GetSli$$ce<Sample>(0).Value.Pid", "(ulong)bpf_dynptr_slice<Sample>(ptr, 0, default).Value.Pid")]
    [InlineData("(ulong)Counters.Loo$$kup(3).Value", "(ulong)bpf_map_lookup_elem<uint, int>(Counters, 3).Value")]
    [InlineData("(ulong)Counters.Upd$$ate(3u, 4)", "(ulong)bpf_map_update_elem(Counters, 3u, 4, 0)")]
    [InlineData("KernelClock.GetNano$$seconds()", "bpf_ktime_get_ns()")]
    [InlineData("Events.Que$$ry((ulong)RingBufQuery.BPF_RB_RING_SIZE)", "bpf_ringbuf_query(Events, RingBufQuery.BPF_RB_RING_SIZE)")]
    [InlineData("Events.Que$$ry(BpfConstants.BPF_RB_RING_SIZE)", "bpf_ringbuf_query(Events, BpfConstants.BPF_RB_RING_SIZE)")]
    public async Task Finds_the_stub_of_a_member_with_its_receiver_types_and_flags(string expression, string expected)
    {
        // Some of these use what may be null, which is reported before and after.
        string[] reports = expression.Contains(".Value") ? ["DYN006"] : [];
        await RefactoringTest<KernelSpellingRefactoring>.VerifyMembers(Method(expression), Method(expected), "Call", reports: reports);

        static string Method(string returned) =>
            $$"""
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
    public Task Keeps_comments_and_lines() => RefactoringTest<KernelSpellingRefactoring>.VerifyMembers(
        """
        public static void Run(int value)
        {
            // The record
            _ = /* first */ Events.Reser$$ve(
                64, // bytes
                out var ptr /* record */); // reserved

            ptr.Discard();
        }
        """,
        """
        public static void Run(int value)
        {
            // The record
            _ = /* first */ bpf_ringbuf_reserve_dynptr(
                Events,
                64, // bytes
                0,
                out var ptr /* record */); // reserved

            ptr.Discard();
        }
        """);

    [Fact]
    public Task Writes_all_calls_of_a_member_even_those_in_others() => RefactoringTest<KernelSpellingRefactoring>.VerifyMembers(
        """
        public static ulong Run()
        {
            if (Events.Reserve((uint)KernelClock.$$GetNanoseconds() & 63, out var ptr) != 0)
            {
                ptr.Discard();
                return 0;
            }

            ptr.Write(ptr.Size - 4, 1);
            ptr.Submit();
            return ptr2();

            static ulong ptr2() => KernelClock.GetNanoseconds();
        }

        public static ulong Other() => KernelClock.GetNanoseconds();
        """,
        """
        public static ulong Run()
        {
            if (bpf_ringbuf_reserve_dynptr(Events, (uint)bpf_ktime_get_ns() & 63, 0, out var ptr) != 0)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            bpf_dynptr_write(ptr, bpf_dynptr_size(ptr) - 4, 1, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            return ptr2();

            static ulong ptr2() => bpf_ktime_get_ns();
        }

        public static ulong Other() => KernelClock.GetNanoseconds();
        """,
        key: "Member",
        title: "Use the kernel's spelling in `Run`");

    [Fact]
    public Task Leaves_those_calls_of_a_file_that_must_stay() => RefactoringTest<KernelSpellingRefactoring>.VerifyMembers(
        """
        public static ulong First() => KernelClock.$$GetNanoseconds();

        public static void Second(System.Func<byte[]> bytes)
        {
            _ = Events.Reserve(64, out var ptr);
            ptr.Write(KernelClock.GetNanoseconds() & 7, bytes());
            ptr.Read(bytes(), KernelClock.GetNanoseconds() & 7, 0);
            Get(ref ptr).Read(out int value);
            Get(ref ptr).Read(bytes());
            ptr.Submit();
        }

        private static ref Dynptr Get(ref Dynptr ptr) => ref ptr;
        """,
        """
        public static ulong First() => bpf_ktime_get_ns();

        public static void Second(System.Func<byte[]> bytes)
        {
            _ = bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr);
            bpf_dynptr_write(ptr, bpf_ktime_get_ns() & 7, bytes(), 0);
            bpf_dynptr_read(bytes(), ptr, bpf_ktime_get_ns() & 7, 0);
            bpf_dynptr_read(out int value, Get(ref ptr), 0, 0);
            Get(ref ptr).Read(bytes());
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        }

        private static ref Dynptr Get(ref Dynptr ptr) => ref ptr;
        """,
        key: "File",
        title: "Use the kernel's spelling in this file");

    [Fact]
    public Task Imports_the_stubs_behind_the_other_directives() => RefactoringTest<KernelSpellingRefactoring>.Verify(
        """
        // Probes
        using System;
        using Dynptrs; // the runtime

        namespace Telemetry;

        public static class Probe
        {
            public static ulong Now() => KernelClock.Get$$Nanoseconds();
        }
        """,
        """
        // Probes
        using System;
        using Dynptrs; // the runtime
        using static Stubs.Bpf;

        namespace Telemetry;

        public static class Probe
        {
            public static ulong Now() => bpf_ktime_get_ns();
        }
        """);

    [Fact]
    public Task Qualifies_the_stub_where_nothing_is_imported() => RefactoringTest<KernelSpellingRefactoring>.Verify(
        """
        namespace Stubs;

        public static class Probe
        {
            public static ulong Now() => Dynptrs.KernelClock.Get$$Nanoseconds();
        }
        """,
        """
        namespace Stubs;

        public static class Probe
        {
            public static ulong Now() => Bpf.bpf_ktime_get_ns();
        }
        """);

    [Theory]
    [InlineData("_ = Ne$$xt();")]
    [InlineData("_ = ptr.Size;$$ _ = Next();")]
    [InlineData("_ = bpf_dynptr_$$size(ptr);")]
    [InlineData("_ = nameof(ptr.Si$$ze);")]
    [InlineData("TraceLog.Pri$$nt(\"%d\"u8, [1]);")]
    [InlineData("_ = Own.Si$$ze(ptr);")]
    public Task Is_not_offered_elsewhere_or_for_what_has_no_stub(string statement) =>
        RefactoringTest<KernelSpellingRefactoring>.VerifyMembersNotOffered(
            $$"""
            public static void Run()
            {
                _ = Events.Reserve(64, out Dynptr ptr);
                {{statement}}
                ptr.Submit();
            }

            private static int Next() => 0;

            private static class Own
            {
                [BpfHelper("own_size")]
                public static ulong Size(in Dynptr ptr) => ptr.Size;
            }
            """);

    [Theory]
    [InlineData("ptr.Rea$$d(buffer(), offset())")]
    [InlineData("Get(ref ptr).Rea$$d(buffer())")]
    [InlineData("Get(ref ptr).Rea$$d(buffer(), 0, 0)")]
    [InlineData("ptr.Rea$$d(offset: offset(), destination: buffer())")]
    public async Task Does_not_change_the_order_in_which_what_has_an_effect_is_evaluated(string call)
    {
        var isOffered = call.StartsWith("ptr.Rea$$d(buffer");
        var titles = await RefactoringTest<KernelSpellingRefactoring>.TitlesInMembers(
            $$"""
            public static void Run(System.Func<byte[]> buffer, System.Func<ulong> offset)
            {
                _ = Events.Reserve(64, out Dynptr ptr);
                _ = {{call}};
                ptr.Submit();
            }

            private static ref Dynptr Get(ref Dynptr ptr) => ref ptr;
            """);

        Assert.Equal(isOffered, titles.Contains("Use the kernel's spelling `bpf_dynptr_read`"));
    }
}
