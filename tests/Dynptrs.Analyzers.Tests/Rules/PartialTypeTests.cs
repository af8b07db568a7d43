using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>A type in several files: an editor shows in each file what is wrong there.</summary>
public class PartialTypeTests
{
    [Fact]
    public Task Each_part_shows_its_own() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        public static partial class Programs
        {
            private static readonly RingBuf Ring = new(4096);
            public static int First() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            public static int Second() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """);

    [Fact]
    public Task A_part_that_takes_a_constant_from_another_shows_its_own() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        public static partial class Programs
        {
            public static int First() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return Pass;|} }
            public static int Calls() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN002:Release(ref ptr)|}; return Pass; }
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            private const int Pass = 1;
            private static readonly RingBuf Ring = new(4096);
            public static int Second() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return Pass;|} }
            private static void Release(ref Dynptr ptr) { ptr.Submit(); ptr.Submit(); }
        }
        """);

    [Fact]
    public Task A_part_without_bodies_takes_nothing_from_the_others() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        public static partial class Programs
        {
            private static readonly RingBuf Ring = new(4096);
            public static int First() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            public static int Second() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """,
        """
        public static partial class Programs
        {
            private struct Sample { public int Pid; }
            private ref struct Other { public Dynptrs.Dynptr Ptr; }
        }
        """);

    [Fact]
    public Task Many_parts_show_their_own() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        public static partial class Programs
        {
            public static int A() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            public static int B() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            public static int C() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            private static readonly RingBuf Ring = new(4096);
            public static int D() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
            private struct Sample { public int Pid; }
        }
        """);

    [Fact]
    public Task A_mistake_in_another_method_of_the_same_file_stands_where_it_is() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        public static partial class Programs
        {
            private static readonly RingBuf Ring = new(4096);
            [BpfProgram("tc")]
            public static int First(SkBuff skb) { Ring.Reserve(8, 0, out Dynptr ptr); Release(ref ptr); Reserve(); return 0; }
            private static void Release(ref Dynptr ptr) { ptr.Submit(); {|DYN002:ptr|}.Submit(); }
            private static void Reserve() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:}|}
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            [BpfProgram("tc")]
            public static int Second(SkBuff skb) { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN002:Release(ref ptr)|}; return 0; }
            [BpfProgram("tc")]
            public static int Third(SkBuff skb) { Ring.Reserve(8, 0, out Dynptr ptr); ptr.Submit(); return 0; }
        }
        """);

    [Fact]
    public Task A_part_that_a_generator_wrote_shows_nothing_and_changes_no_place() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        public static partial class Programs
        {
            private static readonly RingBuf Ring = new(4096);
            public static int First() { Ring.Reserve(8, 0, out Dynptr ptr); return Release(ref ptr); }
            private static int Release(ref Dynptr ptr) { ptr.Submit(); {|DYN002:ptr|}.Submit(); return Skeleton.Number; }
        }
        """,
        """
        // <auto-generated/>
        using Dynptrs;
        public static partial class Programs
        {
            public static class Skeleton { public static int Number => 1; }
            public static int Generated() { Ring.Reserve(8, 0, out Dynptr ptr); return 0; }
        }
        """);

    [Fact]
    public Task Statements_of_a_program_are_a_part_of_its_type() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        Ring.Reserve(8, 0, out Dynptr ptr);
        {|DYN001:return 0;|}
        """,
        """
        using Dynptrs;
        internal partial class Program
        {
            private static readonly RingBuf Ring = new(4096);
            public static int Second() { Ring.Reserve(8, 0, out Dynptr ptr); {|DYN001:return 0;|} }
        }
        """);
}
