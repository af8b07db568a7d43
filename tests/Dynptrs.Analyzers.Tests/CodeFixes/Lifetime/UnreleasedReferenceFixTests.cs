using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class UnreleasedReferenceFixTests
{
    private const string Stubs = """

        internal static class Bpf
        {
            public static int bpf_ringbuf_reserve_dynptr(RingBuf ring, uint size, ulong flags, [Acquires("ringbuf")] out Dynptr ptr) => ring.Reserve(size, flags, out ptr);
            public static void bpf_ringbuf_submit_dynptr([Releases("ringbuf")] ref Dynptr ptr, ulong flags) => ptr.Submit(flags);
            public static void bpf_ringbuf_discard_dynptr([Releases("ringbuf")] ref Dynptr ptr, ulong flags) => ptr.Discard(flags);
        }
        """;

    private const string Handles = """


        namespace Desk
        {
            [Owner]
            public ref struct Room { private int _number; }

            public static class Hotel
            {
                public static int CheckIn([Acquires("room")] out Room room) => throw new System.NotSupportedException();
                internal static void Evict([Releases("guest")] ref Room room) => throw new System.NotSupportedException();
            }

            public static class Doors
            {
                [Releases("room")]
                public static void Vacate(this ref Room room, uint flags, bool isClean = true) => throw new System.NotSupportedException();
            }

            public sealed class Umbrella;

            public static class Stand
            {
                [return: Acquires("umbrella")] public static Umbrella Take() => throw new System.NotSupportedException();
                public static void Return([Releases("umbrella")] Umbrella umbrella) => throw new System.NotSupportedException();
            }
        }
        """;

    [Fact]
    public Task Releases_before_each_exit_that_leaks_in_the_style_of_the_acquisition() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using Dynptrs;
        using static Bpf;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static int Run(int n)
            {
                int err = bpf_ringbuf_reserve_dynptr(Events, 64, 0, out Dynptr ptr);
                if (err != 0)
                    {|DYN001:return 0;|}
                if (n > 3)
                {
                    // Too many.
                    return 1;
                }

                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                return 0;
            }
        }
        """ + Stubs,
        """
        using Dynptrs;
        using static Bpf;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static int Run(int n)
            {
                int err = bpf_ringbuf_reserve_dynptr(Events, 64, 0, out Dynptr ptr);
                if (err != 0)
                {
                    bpf_ringbuf_discard_dynptr(ref ptr, 0);
                    return 0;
                }

                if (n > 3)
                {
                    bpf_ringbuf_discard_dynptr(ref ptr, 0);
                    // Too many.
                    return 1;
                }

                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                return 0;
            }
        }
        """ + Stubs,
        "bpf_ringbuf_discard_dynptr");

    [Fact]
    public Task Uses_the_extensions_of_the_owner_for_what_a_method_acquired() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static void Run()
            {
                Events.Reserve(64, out Dynptr ptr);
            {|DYN001:}|}

            public static void RunAgain()
            {
                Events.Reserve(64, out Dynptr ptr);
            {|DYN001:}|}
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static void Run()
            {
                Events.Reserve(64, out Dynptr ptr);
                ptr.Submit();
            }

            public static void RunAgain()
            {
                Events.Reserve(64, out Dynptr ptr);
                ptr.Submit();
            }
        }
        """,
        "Submit",
        iterations: 2);

    [Fact]
    public Task Reads_what_is_returned_before_it_releases() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static ulong Run()
            {
                Events.Reserve(64, out Dynptr ptr);
                {|DYN001:return ptr.Size;|}
            }
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static ulong Run()
            {
                Events.Reserve(64, out Dynptr ptr);
                var result = ptr.Size;
                ptr.Discard();
                return result;
            }
        }
        """,
        "Discard");

    [Fact]
    public Task Releases_before_a_jump_and_at_the_end_of_a_round() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static void Run(int n)
            {
                while (n-- > 0)
                {
                    Events.Reserve(64, out Dynptr ptr);
                    if (n == 5)
                        {|DYN001:continue;|}
                    if (n == 4)
                        break;
                }
            }
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static void Run(int n)
            {
                while (n-- > 0)
                {
                    Events.Reserve(64, out Dynptr ptr);
                    if (n == 5)
                    {
                        ptr.Discard();
                        continue;
                    }

                    if (n == 4)
                    {
                        ptr.Discard();
                        break;
                    }

                    ptr.Discard();
                }
            }
        }
        """,
        "Discard");

    [Fact]
    public Task Knows_a_library_by_its_contracts_only() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using System;
        using Dynptrs;

        [Owner]
        public ref struct Room { private int _number; }

        public static class Hotel
        {
            public static int CheckIn([Acquires("room")] out Room room) => throw new NotSupportedException();
            public static void CheckOut([Releases("room")] ref Room room) => throw new NotSupportedException();
        }

        public static class Guest
        {
            public static int Stay()
            {
                Hotel.CheckIn(out var room);
                {|DYN001:return 1;|}
            }
        }
        """,
        """
        using System;
        using Dynptrs;

        [Owner]
        public ref struct Room { private int _number; }

        public static class Hotel
        {
            public static int CheckIn([Acquires("room")] out Room room) => throw new NotSupportedException();
            public static void CheckOut([Releases("room")] ref Room room) => throw new NotSupportedException();
        }

        public static class Guest
        {
            public static int Stay()
            {
                Hotel.CheckIn(out var room);
                Hotel.CheckOut(ref room);
                return 1;
            }
        }
        """,
        "CheckOut");

    [Fact]
    public Task Gives_back_what_a_pool_has_returned() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using System;
        using Dynptrs;

        public static class Pool
        {
            [return: Acquires("buffer")] public static byte[] Rent() => throw new NotSupportedException();
            public static void Return([Releases("buffer")] byte[] buffer) => throw new NotSupportedException();
        }

        public static class User
        {
            public static void Run(int n)
            {
                byte[] buffer = Pool.Rent();
                if (n < 0)
                    {|DYN001:throw new ArgumentOutOfRangeException(nameof(n));|}
                Pool.Return(buffer);
            }
        }
        """,
        """
        using System;
        using Dynptrs;

        public static class Pool
        {
            [return: Acquires("buffer")] public static byte[] Rent() => throw new NotSupportedException();
            public static void Return([Releases("buffer")] byte[] buffer) => throw new NotSupportedException();
        }

        public static class User
        {
            public static void Run(int n)
            {
                byte[] buffer = Pool.Rent();
                if (n < 0)
                {
                    Pool.Return(buffer);
                    throw new ArgumentOutOfRangeException(nameof(n));
                }

                Pool.Return(buffer);
            }
        }
        """,
        "Return");

    [Fact]
    public Task Offers_the_releases_by_name_first_the_one_that_comes_first() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static void Run()
        {
            Events.Reserve(64, out var ptr);
        {|DYN001:}|}
        """,
        """
        public static void Run()
        {
            Events.Reserve(64, out var ptr);
            ptr.Discard();
        }
        """,
        title: "Release `ptr` with `Discard` before leaving");

    [Fact]
    public Task Releases_in_the_branch_that_forgets_to() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n > 3)
                ptr.Submit();
            {|DYN001:return 0;|}
        }
        """,
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n > 3)
                ptr.Submit();
            else
                ptr.Discard();
            return 0;
        }
        """,
        "Discard");

    [Fact]
    public Task Releases_at_the_end_of_an_else_that_forgets_to_and_before_an_exit_that_all_leak_by() =>
        FixTest<UnreleasedReferenceFix>.VerifyMembers(
            """
            public static int Run(int n)
            {
                Events.Reserve(64, out var ptr);
                if (n == 0)
                    {|DYN001:return 1;|}
                if (n > 3)
                {
                    ptr.Submit();
                }
                else
                {
                    n++;
                }

                return n;
            }
            """,
            """
            public static int Run(int n)
            {
                Events.Reserve(64, out var ptr);
                if (n == 0)
                {
                    ptr.Discard();
                    return 1;
                }

                if (n > 3)
                {
                    ptr.Submit();
                }
                else
                {
                    n++;
                    ptr.Discard();
                }

                return n;
            }
            """,
            "Discard");

    [Fact]
    public Task Releases_in_the_true_branch_where_the_else_does() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n > 3)
                n++;
            else
                ptr.Submit();
            {|DYN001:return n;|}
        }
        """,
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n > 3)
            {
                n++;
                ptr.Submit();
            }
            else
                ptr.Submit();
            return n;
        }
        """,
        "Submit");

    [Fact]
    public Task Releases_before_the_jump_that_skips_the_release() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n == 1)
                goto discard;
            if (n == 2)
                goto end;
        discard:
            ptr.Discard();
        end:
            {|DYN001:return 0;|}
        }
        """,
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n == 1)
                goto discard;
            if (n == 2)
            {
                ptr.Discard();
                goto end;
            }

        discard:
            ptr.Discard();
        end:
            return 0;
        }
        """,
        "Discard");

    [Fact]
    public Task Is_not_offered_where_no_single_place_is_right() => FixTest<UnreleasedReferenceFix>.VerifyMembersNotOffered(
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            switch (n)
            {
                case 1:
                    ptr.Submit();
                    break;
                case 2:
                    n++;
                    break;
            }

            {|DYN001:return n;|}
        }
        """);

    [Fact]
    public Task Takes_another_name_for_each_result() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static ulong Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n > 3)
                {|DYN001:return ptr.Size;|}
            return ptr.Size + 1;
        }
        """,
        """
        public static ulong Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n > 3)
            {
                var result = ptr.Size;
                ptr.Discard();
                return result;
            }

            var result2 = ptr.Size + 1;
            ptr.Discard();
            return result2;
        }
        """,
        "Discard");

    [Fact]
    public Task Gives_a_block_to_a_body_that_is_an_expression() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run() => {|DYN001:Events.Reserve(64, out Dynptr ptr)|};
        """,
        """
        public static int Run()
        {
            var result = Events.Reserve(64, out Dynptr ptr);
            ptr.Discard();
            return result;
        }
        """,
        "Discard");

    [Fact]
    public Task Gives_a_block_to_a_lambda() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static Action Get() =>
            {|DYN001:static () => Events.Reserve(64, out Dynptr ptr)|};
        """,
        """
        public static Action Get() =>
            static () => { Events.Reserve(64, out Dynptr ptr); ptr.Discard(); };
        """,
        "Discard");

    [Fact]
    public Task Releases_before_a_throw_statement() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static string Run(string? text)
        {
            Events.Reserve(64, out var ptr);
            if (text is null)
                {|DYN001:throw new ArgumentNullException(nameof(text));|}
            ptr.Submit();
            return text;
        }
        """,
        """
        public static string Run(string? text)
        {
            Events.Reserve(64, out var ptr);
            if (text is null)
            {
                ptr.Discard();
                throw new ArgumentNullException(nameof(text));
            }

            ptr.Submit();
            return text;
        }
        """,
        "Discard");

    [Fact]
    public Task Is_not_offered_before_a_throw_in_an_expression_where_the_release_cannot_wait() =>
        FixTest<UnreleasedReferenceFix>.VerifyMembersNotOffered(
            """
            public static string Run(string? text)
            {
                Events.Reserve(64, out var ptr);
                string given = text ?? {|DYN001:throw new ArgumentNullException(nameof(text))|};
                ptr.Submit();
                Counters.Delete(1);
                return given;
            }
            """);

    [Fact]
    public Task Releases_all_that_is_held_at_one_exit_one_after_the_other() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run()
        {
            Events.Reserve(8, out var first);
            Events.Reserve(8, out var second);
            {|DYN001:return 0;|}
        }
        """,
        """
        public static int Run()
        {
            Events.Reserve(8, out var first);
            Events.Reserve(8, out var second);
            first.Discard();
            second.Discard();
            return 0;
        }
        """,
        "Discard",
        iterations: 2,
        rounds: 2);

    [Fact]
    public Task Releases_what_a_field_holds_in_each_section_of_a_switch() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        ref struct Record { public Dynptr Ptr; }

        public static int Run(int n)
        {
            Record record = default;
            Events.Reserve(64, out record.Ptr);
            switch (n)
            {
                case 1:
                    {|DYN001:return 1;|}
                default:
                    record.Ptr.Submit();
                    return 0;
            }
        }
        """,
        """
        ref struct Record { public Dynptr Ptr; }

        public static int Run(int n)
        {
            Record record = default;
            Events.Reserve(64, out record.Ptr);
            switch (n)
            {
                case 1:
                    record.Ptr.Discard();
                    return 1;
                default:
                    record.Ptr.Submit();
                    return 0;
            }
        }
        """,
        "Discard");

    [Fact]
    public Task Releases_at_the_end_of_top_level_statements() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using Dynptrs;

        var ring = new RingBuf(4096);
        {|DYN001:ring.Reserve(64, out var ptr);|}

        """,
        """
        using Dynptrs;

        var ring = new RingBuf(4096);
        ring.Reserve(64, out var ptr);

        ptr.Discard();

        """,
        "Discard");

    [Fact]
    public Task Finds_the_extensions_that_are_in_scope() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using Dynptrs;
        using Desk;

        public static class Guest
        {
            public static int Stay()
            {
                Hotel.CheckIn(out var room);
                {|DYN001:return 1;|}
            }
        }
        """ + Handles,
        """
        using Dynptrs;
        using Desk;

        public static class Guest
        {
            public static int Stay()
            {
                Hotel.CheckIn(out var room);
                room.Vacate(0);
                return 1;
            }
        }
        """ + Handles,
        "Vacate");

    [Fact]
    public Task Returns_a_handle_that_a_call_gave() => FixTest<UnreleasedReferenceFix>.Verify(
        """
        using Dynptrs;
        using Desk;

        public static class Guest
        {
            public static void Walk(int n)
            {
                var umbrella = Stand.Take();
                if (n > 3)
                    {|DYN001:return;|}
                Stand.Return(umbrella);
            }
        }
        """ + Handles,
        """
        using Dynptrs;
        using Desk;

        public static class Guest
        {
            public static void Walk(int n)
            {
                var umbrella = Stand.Take();
                if (n > 3)
                {
                    Stand.Return(umbrella);
                    return;
                }

                Stand.Return(umbrella);
            }
        }
        """ + Handles,
        "Return");

    [Fact]
    public Task Keeps_the_line_ends_of_the_file() => FixTest<UnreleasedReferenceFix>.Verify(
        WithCarriageReturns("""
        using Dynptrs;

        public static class Probe
        {
            public static int Run(RingBuf events, int n)
            {
                events.Reserve(64, out var ptr);
                if (n > 3)
                    {|DYN001:return 1;|}
                ptr.Submit();
                return 0;
            }
        }
        """),
        WithCarriageReturns("""
        using Dynptrs;

        public static class Probe
        {
            public static int Run(RingBuf events, int n)
            {
                events.Reserve(64, out var ptr);
                if (n > 3)
                {
                    ptr.Discard();
                    return 1;
                }

                ptr.Submit();
                return 0;
            }
        }
        """),
        "Discard");

    private static string WithCarriageReturns(string text) => text.ReplaceLineEndings("\r\n");
}
