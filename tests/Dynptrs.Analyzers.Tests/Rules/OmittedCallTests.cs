using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Calls that the compiler leaves out, which depends on the file that they stand in.</summary>
public sealed class OmittedCallTests
{
    private const string Opening = """
        using System.Diagnostics;
        using Dynptrs;
        public static partial class Programs
        {
            private static readonly RingBuf Ring = new(4096);
        """;

    [Theory]
    [InlineData("", "{|DYN001:return 0;|}")]
    [InlineData("#define LOG", "return 0;")]
    [InlineData("#define LOG\n#undef LOG", "{|DYN001:return 0;|}")]
    [InlineData("#if LOG\n#define AUDIT\n#endif", "{|DYN001:return 0;|}")]
    [InlineData("#if !LOG\n#define AUDIT\n#endif", "return 0;")]
    public Task A_call_is_there_if_its_file_defines_a_symbol(string directives, string leaves) => AnalyzerTest.Verify($$"""
        {{directives}}
        {{Opening}}
            [BpfProgram("tc")]
            public static int Run(SkBuff ctx)
            {
                Ring.Reserve(8, 0, out Dynptr ptr);
                Release(ref ptr);
                {{leaves}}
            }

            [Conditional("LOG"), Conditional("AUDIT")]
            private static void Release(ref Dynptr ptr) => ptr.Discard();
        }
        """);

    [Fact]
    public Task The_file_of_the_call_decides() => AnalyzerTest.Verify(
        $$"""
        #define LOG
        {{Opening}}
            public static int Keeps()
            {
                Ring.Reserve(8, 0, out Dynptr ptr);
                Release(ref ptr);
                return 0;
            }

            [Conditional("LOG")]
            private static void Release(ref Dynptr ptr) => ptr.Discard();
        }
        """,
        """
        using Dynptrs;
        public static partial class Programs
        {
            public static int LeavesOut()
            {
                Ring.Reserve(8, 0, out Dynptr ptr);
                Release(ref ptr);
                {|DYN001:return 0;|}
            }
        }
        """);

    [Fact]
    public Task Arguments_are_left_out_with_the_call() => AnalyzerTest.Verify($$"""
        {{Opening}}
            public static int Run()
            {
                Ring.Reserve(8, 0, out Dynptr ptr);
                ptr.Discard();
                Log(Release(ref ptr));
                return 0;
            }

            [Conditional("LOG")]
            private static void Log(int value) { }

            private static int Release(ref Dynptr ptr) { ptr.Discard(); return 1; }
        }
        """);

    [Fact]
    public Task A_local_function_may_be_left_out() => AnalyzerTest.Verify($$"""
        {{Opening}}
            public static int Run()
            {
                Ring.Reserve(8, 0, out Dynptr ptr);
                Release(ref ptr);
                {|DYN001:return 0;|}

                [Conditional("LOG")]
                static void Release(ref Dynptr ptr) => ptr.Discard();
            }
        }
        """);

    [Fact]
    public Task A_partial_method_without_a_body_is_left_out() => AnalyzerTest.Verify($$"""
        {{Opening}}
            public static int LeavesOut()
            {
                Ring.Reserve(8, 0, out Dynptr ptr);
                Nowhere(ref ptr);
                {|DYN001:return 0;|}
            }

            public static int Keeps()
            {
                Ring.Reserve(8, 0, out Dynptr ptr);
                Somewhere(ref ptr);
                return 0;
            }

            static partial void Nowhere(ref Dynptr ptr);

            static partial void Somewhere(ref Dynptr ptr);

            static partial void Somewhere(ref Dynptr ptr) => ptr.Discard();
        }
        """);
}
