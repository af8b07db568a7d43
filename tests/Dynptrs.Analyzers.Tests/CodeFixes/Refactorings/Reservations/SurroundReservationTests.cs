using System.Threading.Tasks;
using Dynptrs.CodeFixes.Refactorings.Reservations;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Refactorings.Reservations;

public sealed class SurroundReservationTests
{
    [Theory]
    [InlineData("Submit", "Discard")]
    [InlineData("Discard", "Submit")]
    public Task Tests_the_error_and_releases_on_both_ways(string success, string failure) =>
        RefactoringTest<SurroundReservationRefactoring>.VerifyMembers(
            """
            public static int Run(int n)
            {
                // The record
                int err = Events.$$Reserve(64, out Dynptr ptr); // 64 bytes

                // What is in it
                ptr.Write(0, n);
                return n;
            }
            """,
            $$"""
            public static int Run(int n)
            {
                // The record
                int err = Events.Reserve(64, out Dynptr ptr); // 64 bytes
                if (err != 0)
                {
                    ptr.{{failure}}();
                    return 0;
                }

                // What is in it
                ptr.Write(0, n);
                ptr.{{success}}();
                return n;
            }
            """,
            key: success,
            title: $"Test whether `Reserve` fails, and release `ptr` with `{success}`, or with `{failure}` where it does");

    [Theory]
    [InlineData("")]
    [InlineData("_ = ")]
    public Task Makes_a_test_of_a_call_whose_error_is_not_kept(string discard) =>
        RefactoringTest<SurroundReservationRefactoring>.VerifyMembers(
            $$"""
            public static void Run()
            {
                {{discard}}bpf_ringbuf_reserve_dynptr(Events, 6$$4, 0, out var ptr); // 64 bytes
            }
            """,
            """
            public static void Run()
            {
                if (bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr) != 0) // 64 bytes
                {
                    bpf_ringbuf_discard_dynptr(ref ptr, 0);
                    return;
                }

                bpf_ringbuf_submit_dynptr(ref ptr, 0);
            }
            """,
            key: "bpf_ringbuf_submit_dynptr");

    [Theory]
    [InlineData("if (Events.Re$$serve(64, out var ptr) != 0)", "if (Events.Reserve(64, out var ptr) != 0)")]
    [InlineData(
        "int err = Events.Re$$serve(64, out var ptr);\n    if (err < 0)", "int err = Events.Reserve(64, out var ptr);\n    if (err < 0)")]
    public Task Releases_in_the_test_that_is_there(string test, string expected) =>
        RefactoringTest<SurroundReservationRefactoring>.VerifyMembers(
            $$"""
            public static ulong Run()
            {
                {{test}}
                    return 1;
                return ptr.Size;
            }
            """,
            $$"""
            public static ulong Run()
            {
                {{expected}}
                {
                    ptr.Discard();
                    return 1;
                }

                var result = ptr.Size;
                ptr.Submit();
                return result;
            }
            """,
            key: "Submit");

    [Fact]
    public Task Tests_what_may_be_null_and_releases_it() => RefactoringTest<SurroundReservationRefactoring>.VerifyMembers(
        """
        public static int Run()
        {
            var sample = Events.$$ReserveRecord<Sample>();
            return 1;
        }
        """,
        """
        public static int Run()
        {
            var sample = Events.ReserveRecord<Sample>();
            if (sample.IsNull)
                return 0;
            RingBuf.SubmitRecord(sample);
            return 1;
        }
        """,
        key: "SubmitRecord",
        title: "Test `sample` for null, and release it with `SubmitRecord`");

    [Fact]
    public Task Knows_a_contract_of_ones_own_with_one_release() => RefactoringTest<SurroundReservationRefactoring>.Verify(
        """
        using Dynptrs;

        [Owner]
        public ref struct Room { private int _number; }

        public static class Hotel
        {
            public static int CheckIn([Acquires("room")] out Room room) => throw new System.NotSupportedException();
            public static void CheckOut([Releases("room")] ref Room room) => throw new System.NotSupportedException();
            public static void Evict([Releases("guest")] ref Room room) => throw new System.NotSupportedException();

            public static bool Visit()
            {
                int err = 0;
                err = Check$$In(out var room);
                return err == 0;
            }
        }
        """,
        """
        using Dynptrs;

        [Owner]
        public ref struct Room { private int _number; }

        public static class Hotel
        {
            public static int CheckIn([Acquires("room")] out Room room) => throw new System.NotSupportedException();
            public static void CheckOut([Releases("room")] ref Room room) => throw new System.NotSupportedException();
            public static void Evict([Releases("guest")] ref Room room) => throw new System.NotSupportedException();

            public static bool Visit()
            {
                int err = 0;
                err = CheckIn(out var room);
                if (err != 0)
                {
                    CheckOut(ref room);
                    return false;
                }

                var result = err == 0;
                CheckOut(ref room);
                return result;
            }
        }
        """,
        title: "Test whether `CheckIn` fails, and release `room` with `CheckOut`");

    [Theory]
    [InlineData("ptr.Submit();", "")]
    [InlineData("if (n > 3) { ptr.Discard(); return; }", "")]
    [InlineData("", "ptr.Wr$$ite(0, n);")]
    public Task Is_not_offered_where_something_is_released_or_nothing_acquired(string release, string use) =>
        RefactoringTest<SurroundReservationRefactoring>.VerifyMembersNotOffered(
            $$"""
            public static void Run(int n)
            {
                int err = Events.{{(use.Length == 0 ? "$$" : "")}}Reserve(64, out Dynptr ptr);
                {{use}}
                {{release}}
            }
            """);

    [Fact]
    public Task Is_not_offered_where_the_caller_gets_what_is_acquired() =>
        RefactoringTest<SurroundReservationRefactoring>.VerifyMembersNotOffered(
            """
            public static int Take([Acquires("ringbuf")] out Dynptr ptr) => Events.$$Reserve(64, out ptr);

            public static int TakeAlso([Acquires("ringbuf")] out Dynptr ptr)
            {
                return Events.Reserve(64, out ptr);
            }
            """);
}
