using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Testing;

namespace Dynptrs.EndToEnd.Tests;

public sealed class SamplesTests
{
    [Fact]
    public async Task The_tour_sees_what_the_tests_of_the_kernel_assert()
    {
        var run = (await DotnetAsync("run", "--project", "samples/Tour")).ShouldSucceed();

        Assert.EndsWith("14 passed, 0 failed", run.Output.TrimEnd());
    }

    [Fact]
    public async Task The_rejected_programs_are_refused_at_their_marks_and_nowhere_else()
    {
        var build = await DotnetAsync("build", "samples/Rejected", "--nologo", "-tl:off", "-clp:NoSummary");

        Assert.NotEqual(0, build.ExitCode);
        build.ShouldReport(
            from path in Directory.GetFiles(Path.Combine(Repository.Root, "samples", "Rejected"), "*.cs")
            from mark in BuildDiagnostic.ParseMarks(Path.GetFileName(path), File.ReadAllText(path))
            select mark);
    }

    private static Task<CommandResult> DotnetAsync(params string[] arguments) =>
        Dotnet.RunAsync(Repository.Root, arguments, TestContext.Current.CancellationToken);
}
