using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>The steps on the path to a mistake are reported where they are, for those who ask.</summary>
public sealed class PathTests
{
    private const string Leak = """
        using Dynptrs;

        public static class Program
        {
            static readonly RingBuf Events = new(4096);

            public static int Run(int mode)
            {
                int err = Events.Reserve(8, out [|Dynptr ptr|]);
                if ([|err != 0|])
                    {|DYN001:return 1;|}
                if (mode == 1)
                    [|return 2;|]
                ptr.Submit();
                return 0;
            }
        }
        """;

    private static readonly ProjectOptions ShowPath = Options("true");

    [Theory]
    [InlineData("true", true)]
    [InlineData("True ", true)]
    [InlineData("false", false)]
    public Task Each_step_is_shown_once_where_that_is_asked_for(string value, bool isShown) =>
        AnalyzerTest.VerifyWithOptions(Options(value), Mark(Leak, isShown));

    [Fact]
    public Task No_step_is_shown_where_nothing_is_asked_for() => AnalyzerTest.Verify(Mark(Leak, isShown: false));

    [Fact]
    public Task A_folder_may_ask_for_it_alone() => AnalyzerTest.VerifyWithOptions(
        ProjectOptions.Parse(("/.editorconfig", "root = true\n[Source1.cs]\ndynptr.show_path = true\n")),
        Mark(Leak, isShown: false).Replace("Program", "Other", System.StringComparison.Ordinal),
        Mark(Leak, isShown: true));

    [Fact]
    public async Task A_step_says_to_what_it_leads_and_what_happens()
    {
        var source = Mark(Leak, isShown: false).Replace("{|DYN001:", "", System.StringComparison.Ordinal)
            .Replace("|}", "", System.StringComparison.Ordinal);
        var built = await AnalyzerTest.GetBuildDiagnostics(source, ShowPath);
        Assert.Equal(
            [
                "step 1 of 3 to DYN001 on line 11: acquired here",
                "step 2 of 3 to DYN001 on line 11: taken when this is true",
                "step 3 of 3 to DYN001 on line 11: leaves here",
            ],
            built.Where(diagnostic => diagnostic.Id == "DYN090").Select(diagnostic => diagnostic.GetMessage()));
    }

    [Fact]
    public async Task A_round_of_a_loop_is_no_step_of_its_own()
    {
        var built = await AnalyzerTest.GetBuildDiagnostics(
            """
            using Dynptrs;

            public static class Program
            {
                static readonly RingBuf Events = new(4096);

                public static void Run(int count)
                {
                    Events.Reserve(8, out Dynptr ptr);
                    for (int i = 0; i < count; i++)
                    {
                        if (i == 3)
                            ptr.Submit();
                    }
                }
            }
            """,
            ShowPath);
        var steps = built.Where(diagnostic => diagnostic.Id == "DYN090").ToList();
        Assert.NotEmpty(steps);
        Assert.Equal(steps.Count, steps.DistinctBy(step => (step.Location, step.GetMessage())).Count());
        Assert.Equal(steps.Count, steps.DistinctBy(step => step.GetMessage()).Count());
    }

    [Fact]
    public async Task A_step_in_another_file_stands_where_the_path_left_this_one()
    {
        var (shown, _) = await AnalyzerTest.Analyze(
            ShowPath,
            """
            using Dynptrs;

            public static class Program
            {
                static readonly RingBuf Events = new(4096);

                public static void Run()
                {
                    Events.Reserve(8, out Dynptr ptr);
                    Other.Finish(ref ptr);
                    Other.Finish(ref ptr);
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
        Assert.All(shown, diagnostic => Assert.Equal("Source0.cs", diagnostic.Location.SourceTree!.FilePath));
        Assert.Contains(
            shown,
            diagnostic => diagnostic.Id == "DYN090"
                && diagnostic.GetMessage().EndsWith("which is on line 5 of Source1.cs: goes wrong here", System.StringComparison.Ordinal)
                && diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 == 11);
    }

    private static ProjectOptions Options(string value) =>
        ProjectOptions.Parse(("/.globalconfig", $"is_global = true\ndynptr.show_path = {value}\n"));

    private static string Mark(string source, bool isShown) => isShown
        ? source.Replace("[|", "{|DYN090:", System.StringComparison.Ordinal).Replace("|]", "|}", System.StringComparison.Ordinal)
        : source.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);
}
