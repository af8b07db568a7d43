using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class OpaqueCopyFixTests
{
    [Fact]
    public Task A_copy_becomes_a_clone_in_all_places_at_once() => FixTest<OpaqueCopyFix>.VerifyMembers(
        """
        public static void First()
        {
            Events.Reserve(8, out Dynptr ptr);
            Dynptr copy = {|DYN010:ptr|}; // for later
            ptr.Submit();
        }

        public static ulong Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Dynptr other;
            other = {|DYN010:ptr|};
            return other.Size;
        }
        """,
        """
        public static void First()
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Clone(out Dynptr copy); // for later
            ptr.Submit();
        }

        public static ulong Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Dynptr other;
            ptr.Clone(out other);
            return other.Size;
        }
        """,
        "Clone",
        iterations: 2,
        title: "Make a clone of `ptr`");

    [Fact]
    public Task A_method_takes_by_in_what_it_took_by_value() => FixTest<OpaqueCopyFix>.VerifyMembers(
        """
        public static ulong Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            return SizeOf({|DYN010:ptr|});
        }

        private static ulong SizeOf(/* the packet */ Dynptr ptr) => ptr.Size;
        """,
        """
        public static ulong Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            return SizeOf(ptr);
        }

        private static ulong SizeOf(/* the packet */ in Dynptr ptr) => ptr.Size;
        """,
        "In",
        title: "Let `SizeOf` take `ptr` by in");

    [Fact]
    public Task A_method_of_another_file_takes_by_in_what_it_took_by_value() => FixTest<OpaqueCopyFix>.VerifyFiles(
        [Caller("{|DYN010:ptr|}"), Measure("Dynptr")],
        [Caller("ptr"), Measure("in Dynptr")],
        "In",
        iterations: 1);

    [Fact]
    public Task A_method_that_releases_takes_by_ref_in_all_places_at_once() => FixTest<OpaqueCopyFix>.VerifyMembers(
        """
        public static void Run()
        {
            Events.Reserve(8, out Dynptr ptr);
            Finish({|DYN010:ptr|}, 1);
        }

        public static void Again()
        {
            Events.Reserve(8, out Dynptr ptr);
            Finish(n: 2, ptr: /* all */ {|DYN010:ptr|});
        }

        private static void Finish(Dynptr ptr, int n)
        {
            ptr.Write(0, n);
            ptr.Submit();
        }
        """,
        """
        public static void Run()
        {
            Events.Reserve(8, out Dynptr ptr);
            Finish(ref ptr, 1);
        }

        public static void Again()
        {
            Events.Reserve(8, out Dynptr ptr);
            Finish(n: 2, ptr: /* all */ ref ptr);
        }

        private static void Finish(ref Dynptr ptr, int n)
        {
            ptr.Write(0, n);
            ptr.Submit();
        }
        """,
        "Ref",
        title: "Let `Finish` take `ptr` by ref");

    [Fact]
    public Task Nothing_is_offered_where_the_method_releases_its_copy_and_others_may_call_it() =>
        FixTest<OpaqueCopyFix>.VerifyMembersNotOffered(
            """
            public static void Run()
            {
                Events.Reserve(8, out Dynptr ptr);
                Finish({|DYN010:ptr|});
                {|DYN002:ptr|}.Submit();
            }

            public static void Finish(Dynptr ptr) => ptr.Submit();
            """);

    [Fact]
    public Task Nothing_is_offered_where_bytes_are_reached() => FixTest<OpaqueCopyFix>.VerifyMembersNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            return {|DYN010:System.Runtime.CompilerServices.Unsafe.As<Dynptr, int>(ref ptr)|};
        }
        """);

    private static string Caller(string argument) =>
        $$"""
        using Dynptrs;

        public static class Probe
        {
            public static ulong Run(SkBuff skb)
            {
                skb.ToDynptr(out Dynptr ptr);
                return Tape.Measure({{argument}});
            }
        }
        """;

    private static string Measure(string parameter) =>
        $$"""
        using Dynptrs;

        public static class Tape
        {
            public static ulong Measure({{parameter}} ptr) => ptr.Size;
        }
        """;
}
