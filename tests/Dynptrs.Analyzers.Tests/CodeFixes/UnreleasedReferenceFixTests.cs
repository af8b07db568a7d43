using System.Threading.Tasks;
using Dynptrs.CodeFixes;

namespace Dynptrs.Analyzers.Tests.CodeFixes;

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
    public Task Is_not_offered_where_no_statement_can_stand() => FixTest<UnreleasedReferenceFix>.VerifyNotOffered(
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static int Run() => {|DYN001:Events.Reserve(64, out Dynptr ptr)|};
        }
        """);
}
