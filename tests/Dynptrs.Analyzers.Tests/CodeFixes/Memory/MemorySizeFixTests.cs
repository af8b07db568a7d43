using System;
using System.Threading.Tasks;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class MemorySizeFixTests
{
    [Fact]
    public Task Makes_the_buffer_large_enough() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[8]; // the header
            ReadOnlySlice head = ptr.GetSlice(0, {|DYN012:buffer|}, 14);
            return head ? head[0] : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[14]; // the header
            ReadOnlySlice head = ptr.GetSlice(0, buffer, 14);
            return head ? head[0] : 0;
        }
        """,
        title: "Make room for 14 bytes");

    [Fact]
    public Task Asks_for_less() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[8];
            ReadOnlySlice head = ptr.GetSlice(0, {|DYN012:buffer|}, /* all */ 14);
            return head ? head[7] : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[8];
            ReadOnlySlice head = ptr.GetSlice(0, buffer, /* all */ 8);
            return head ? head[7] : 0;
        }
        """,
        method: "Reduce",
        title: "Ask for 8 bytes");

    [Fact]
    public Task Does_not_ask_for_less_than_is_used() => VerifyNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[8];
            ReadOnlySlice head = ptr.GetSlice(0, {|DYN012:buffer|}, 600);
            return head ? head[599] : 0;
        }
        """);

    [Fact]
    public Task Rounds_up_to_whole_elements() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<int> numbers = stackalloc int[2];
            ReadOnlySlice head = ptr.GetSlice(0, default, 14);
            if (head)
                {|DYN012:head.Span.CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers))|};
            return 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<int> numbers = stackalloc int[4];
            ReadOnlySlice head = ptr.GetSlice(0, default, 14);
            if (head)
                head.Span.CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers));
            return 0;
        }
        """);

    [Fact]
    public Task Changes_the_constant_that_says_how_much() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            const int Length = 8;
            Span<byte> buffer = stackalloc byte[Length];
            ReadOnlySlice head = ptr.GetSlice(0, {|DYN012:buffer|}, 14);
            return head ? head[0] : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            const int Length = 14;
            Span<byte> buffer = stackalloc byte[Length];
            ReadOnlySlice head = ptr.GetSlice(0, buffer, 14);
            return head ? head[0] : 0;
        }
        """);

    [Fact]
    public Task Takes_a_larger_slice_and_makes_its_buffer_as_large() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[8];
            Slice head = ptr.GetWritableSlice(0, buffer, 8);
            if (head)
                {|DYN007:head[8]|} = 1;
            return 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[9];
            Slice head = ptr.GetWritableSlice(0, buffer, 9);
            if (head)
                head[8] = 1;
            return 0;
        }
        """,
        title: "Take 9 bytes");

    [Fact]
    public Task Makes_an_array_of_the_host_large_enough() => Verify(
        """
        public static int Host(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            var buffer = new byte[8];
            ReadOnlySlice head = ptr.GetSlice(0, {|DYN012:buffer|}, 14);
            return head ? head[0] : 0;
        }
        """,
        """
        public static int Host(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            var buffer = new byte[14];
            ReadOnlySlice head = ptr.GetSlice(0, buffer, 14);
            return head ? head[0] : 0;
        }
        """);

    [Fact]
    public Task Fixes_all_at_once_and_what_shares_a_buffer() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[8], other = stackalloc byte[4];
            ReadOnlySlice head = ptr.GetSlice(0, {|DYN012:buffer|}, 14);
            ReadOnlySlice more = ptr.GetSlice(0, {|DYN012:buffer|}, 20);
            ReadOnlySlice tail = ptr.GetSlice(20, {|DYN012:other|}, 5);
            return head && more && tail ? head[0] + more[0] + tail[0] : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[20], other = stackalloc byte[5];
            ReadOnlySlice head = ptr.GetSlice(0, buffer, 14);
            ReadOnlySlice more = ptr.GetSlice(0, buffer, 20);
            ReadOnlySlice tail = ptr.GetSlice(20, other, 5);
            return head && more && tail ? head[0] + more[0] + tail[0] : 0;
        }
        """,
        method: "Enlarge",
        iterations: 3);

    [Fact]
    public Task Is_not_offered_beyond_the_stack_of_a_program() => VerifyNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> buffer = stackalloc byte[8];
            ReadOnlySlice head = ptr.GetSlice(0, {|DYN012:buffer|}, Large);
            return head ? head[0] : 0;
        }

        private const ulong Large = 600;
        """);

    [Fact]
    public Task Is_not_offered_for_memory_with_a_size_of_its_own() => VerifyNotOffered(
        """
        private static long s_global;

        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Span<byte> bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(new Span<long>(ref s_global));
            {|DYN007:bytes[8]|} = 1;
            return 0;
        }
        """);

    private static Task Verify(string marked, string fixedSource, string? method = null, int iterations = 1, string? title = null) =>
        FixTest<MemorySizeFix>.VerifyMembers(Attributed(marked), Attributed(fixedSource), method, iterations, title: title);

    private static Task VerifyNotOffered(string marked) => FixTest<MemorySizeFix>.VerifyMembersNotOffered(Attributed(marked));

    /// <summary>Makes a program of the method, unless it says what it is.</summary>
    private static string Attributed(string members) => members.Contains("[BpfProgram", StringComparison.Ordinal)
        || members.Contains("Host", StringComparison.Ordinal)
            ? members
            : "[BpfProgram(\"tc\")]\n" + members;
}
