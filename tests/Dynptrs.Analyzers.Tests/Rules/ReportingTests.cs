using System;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What a person gets to see: once, in the right place, with the path that led there.</summary>
public sealed class ReportingTests
{
    [Fact]
    public Task A_finding_in_another_type_stands_at_the_call() => AnalyzerTest.Verify(
        """
        using Dynptrs;

        public static class Program
        {
            static readonly RingBuf Events = new(4096);

            public static void Run()
            {
                Events.Reserve(8, out Dynptr ptr);
                Other.Finish(ref ptr);
                {|DYN002:Other.Finish(ref ptr)|};
            }
        }
        """,
        """
        using Dynptrs;

        public static class Other
        {
            public static void Finish(ref Dynptr ptr) => ptr.Submit();
        }
        """);

    [Fact]
    public Task A_finding_in_a_nested_type_stands_at_its_own_place() => AnalyzerTest.Verify(
        """
        using Dynptrs;

        public static class Program
        {
            static readonly RingBuf Events = new(4096);

            public static void Run()
            {
                Events.Reserve(8, out Dynptr ptr);
                Inner.Finish(ref ptr);
            }

            private static class Inner
            {
                public static void Finish(ref Dynptr ptr)
                {
                    ptr.Submit();
                    {|DYN002:ptr|}.Submit();
                }
            }
        }
        """);

    [Fact]
    public Task What_is_wrong_in_a_method_that_is_verified_alone_is_reported_there_only() => AnalyzerTest.Verify(
        """
        using Dynptrs;

        public static class Program
        {
            public static void Run() => Other.Leak();

            public static void RunAgain() => Other.Leak();
        }
        """,
        """
        using Dynptrs;

        public static class Other
        {
            static readonly RingBuf Events = new(4096);

            public static void Leak()
            {
                Events.Reserve(8, out Dynptr ptr);
            {|DYN001:}|}
        }
        """);

    [Fact]
    public async Task A_message_stands_alone()
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            """
            using Dynptrs;

            public static class Program
            {
                static readonly RingBuf Events = new(4096);

                public static int Run(int n)
                {
                    int err = Events.Reserve(8, out Dynptr ptr);
                    Slice<int> number = ptr.Data<int>();
                    if (!number)
                    {
                        ptr.Discard();
                        return 0;
                    }

                    ptr.Submit();
                    number.Value = n;
                    return err;
                }
            }
            """);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("DYN005", diagnostic.Id);
        Assert.Equal(
            "`number` points into `ptr`, which is gone: it was released by `Submit` on line 17; use it before that",
            diagnostic.GetMessage());
        Assert.Equal(
            ["acquired here", "slice taken here", "taken when `number` is not null", "released here"],
            diagnostic.Properties["labels"]!.Split('\n'));
        Assert.Equal([9, 10, 11, 17], diagnostic.AdditionalLocations.Select(location => location.GetLineSpan().StartLinePosition.Line + 1));
    }

    [Theory]
    [InlineData("ptr.Clone(out Dynptr clone);", "ptr")]
    [InlineData("ptr.Clone(out Dynptr clone); ptr = default;", "clone")]
    public async Task A_leak_names_what_acquired_it_while_that_holds_it(string statements, string holder)
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            $$"""
            using Dynptrs;

            public static class Program
            {
                static readonly RingBuf Events = new(4096);

                public static int Run()
                {
                    Events.Reserve(8, out Dynptr ptr);
                    {{statements}}
                    return 0;
                }
            }
            """);
        Assert.StartsWith(
            $"`{holder}` is still held when control leaves here: it was acquired by `Reserve` on line 9",
            Assert.Single(diagnostics).GetMessage(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_another_file_is_named_with_it()
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            """
            using Dynptrs;

            public static class Program
            {
                static readonly RingBuf Events = new(4096);

                public static void Run()
                {
                    Events.Reserve(8, out Dynptr ptr);
                    Finish.Now(ref ptr);
                    ptr.Submit();
                    Events.Reserve(8, out Dynptr other);
                    Finish.Twice(ref other);
                }
            }
            """,
            """
            using Dynptrs;

            public static class Finish
            {
                public static void Now(ref Dynptr ptr) => ptr.Submit();

                public static void Twice(ref Dynptr ptr)
                {
                    ptr.Submit();
                    ptr.Submit();
                }
            }
            """);
        Assert.Equal(
            [
                "`ptr` is released a second time: it was released by `Submit` on line 5 of Source1.cs, "
                    + "in `Now` called on line 10; release it once on every path",
                "in `Twice`: `ptr` is released a second time: it was released by `Submit` on line 9 of Source1.cs; release it once on every path",
            ],
            diagnostics.Select(diagnostic => diagnostic.GetMessage()).Order());
    }

    [Fact]
    public async Task A_leak_names_the_condition_and_what_was_acquired()
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            """
            using Dynptrs;

            public static class Program
            {
                static readonly RingBuf Events = new(4096);

                public static int Run()
                {
                    int err = Events.Reserve(8, out Dynptr ptr);
                    if (err != 0)
                        return err;
                    ptr.Submit();
                    return 0;
                }
            }
            """);
        Assert.Equal(
            "`ptr` is still held when control leaves here, when `err != 0` is true: it was acquired by `Reserve` on line 9 "
            + "and must be released on every path, also where that call fails",
            Assert.Single(diagnostics).GetMessage());
    }

    [Theory]
    [InlineData("using var stream = new System.IO.MemoryStream(); events.Reserve(8, out Dynptr ptr); return;")]
    [InlineData("using (var stream = new System.IO.MemoryStream()) { events.Reserve(8, out Dynptr ptr); return; }")]
    [InlineData("using (stream) { events.Reserve(8, out Dynptr ptr); return; }")]
    public async Task What_using_asks_of_its_resource_is_no_step_of_the_path(string statements)
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            $$"""
            using Dynptrs;
            public static class Host
            {
                public static void Run(RingBuf events{{(statements.Contains("(stream)") ? ", System.IO.Stream stream" : "")}})
                {
                    {{statements}}
                }
            }
            """);
        Assert.Equal(
            "`ptr` is still held when control leaves here: it was acquired by `Reserve` on line 6 and must be released on every path",
            Assert.Single(diagnostics).GetMessage());
    }

    [Fact]
    public Task Top_level_statements() => Library.VerifyStatements("""
        Hotel.CheckIn(out Room room);
        if (args.Length > 3)
            {|DYN001:return 1;|}
        Hotel.CheckOut(ref room);
        Visit();
        return 0;

        static void Visit()
        {
            Hotel.CheckIn(out Room own);
            Hotel.CheckOut(ref own);
            Hotel.CheckOut(ref {|DYN002:own|});
        }
        """);
}
