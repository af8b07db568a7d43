using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class WrongKindFixTests
{
    [Fact]
    public Task What_holds_nothing_is_not_released_in_all_places_at_once() => FixTest<WrongKindFix>.VerifyMembers(
        """
        public static int First(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            {|DYN011:ptr|}.Discard();
            return 1;
        }

        public static int Second(SkBuff skb)
        {
            if (skb.ToDynptr(out Dynptr ptr) != 0)
                {|DYN011:ptr|}.Discard();
            return 1;
        }
        """,
        """
        public static int First(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            return 1;
        }

        public static int Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            return 1;
        }
        """,
        "Remove",
        iterations: 2,
        title: "Remove this release of `ptr`");

    [Fact]
    public Task What_is_held_is_released_by_the_call_for_its_kind() => FixTest<WrongKindFix>.Verify(
        Stock("""
                Take(out Lease lease);
                // Done.
                {|DYN011:lease|}.Sell();
        """),
        Stock("""
                Take(out Lease lease);
                // Done.
                Return(ref lease);
        """),
        "Return",
        title: "Release `lease` with `Return`");

    [Fact]
    public Task Memory_on_the_stack_becomes_static() => FixTest<WrongKindFix>.VerifyMembers(
        """
        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            ulong total = 0;
            Dynptr.FromMemory(ref {|DYN011:total|}, out Dynptr ptr);
            return (int)ptr.Size;
        }
        """,
        """
        private static ulong total;

        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            total = 0;
            Dynptr.FromMemory(ref total, out Dynptr ptr);
            return (int)ptr.Size;
        }
        """,
        "Static",
        title: "Make `total` a static variable");

    [Fact]
    public Task Nothing_is_offered_for_memory_that_cannot_be_static() => FixTest<WrongKindFix>.VerifyMembersNotOffered(
        """
        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            Span<byte> bytes = stackalloc byte[8];
            Dynptr.FromMemory({|DYN011:bytes|}, 0, out Dynptr ptr);
            return (int)ptr.Size;
        }
        """);

    private static string Stock(string body) =>
        $$"""
        using Dynptrs;

        [Owner]
        public ref struct Lease
        {
            [Releases("flat")] public void Sell() => throw new System.NotSupportedException();
        }

        public static class Probe
        {
            public static void Take([Acquires("room")] out Lease lease) => throw new System.NotSupportedException();

            public static void Return([Releases("room")] ref Lease lease) => throw new System.NotSupportedException();

            public static void Run()
            {
        {{body}}
            }
        }
        """;
}
