using System.IO;
using System.Threading.Tasks;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr verify</c>.</summary>
public sealed class VerifyTests
{
    [Fact]
    public async Task A_mistake_is_shown_with_the_lines_that_led_there()
    {
        using var workspace = new Workspace("Leaking.cs");

        (await workspace.RunAsync("verify", "Leaking.cs")).ShouldBe("verify-refused");
    }

    [Fact]
    public async Task Programs_without_a_mistake_are_counted()
    {
        using var workspace = new Workspace("Filter.cs");

        (await workspace.RunAsync("verify", "Filter.cs")).ShouldBe("verify-accepted");
    }

    [Fact]
    public async Task A_project_is_read_as_its_compiler_reads_it()
    {
        using var workspace = new Workspace("Leaking.cs", "Filter.cs");
        workspace.WriteProject(properties: "<DefineConstants>$(DefineConstants);LEAK</DefineConstants>");
        workspace.Write("Other.cs", """
            using Dynptrs;

            public static class Other
            {
                public static void Lose(RingBuf events)
                {
            #if LEAK
                    events.Reserve(8, out Dynptr ptr);
            #endif
                }
            }
            """);
        workspace.Write(".editorconfig", "root = true\n\n[Leaking.cs]\ndotnet_diagnostic.DYN001.severity = warning\n");

        (await workspace.RunAsync("verify")).ShouldBe("verify-project");
    }

    [Fact]
    public async Task What_is_neither_restored_nor_built_is_made_ready()
    {
        using var workspace = new Workspace("Filter.cs");
        workspace.WriteProject();
        var project = await File.ReadAllTextAsync("App.csproj", TestContext.Current.CancellationToken);
        workspace.Write("App.csproj", project
            .Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0</TargetFrameworks>", System.StringComparison.Ordinal)
            .Replace("</ItemGroup>", """
                <ProjectReference Include="Library/Library.csproj" />
                <Compile Remove="Library/**" />
                </ItemGroup>
                """, System.StringComparison.Ordinal));
        workspace.Write("Library/Library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        workspace.Write("Library/Event.cs", "namespace Library; public struct Event { public int Pid; }");
        workspace.Write("Uses.cs", "internal static class Uses { public static Library.Event Last; }");

        var outcome = await workspace.RunAsync("verify", "App.csproj");

        Assert.Equal((0, "App.csproj: no mistakes in 4 programs.\n", ""), (outcome.ExitCode, outcome.Output, outcome.Errors));
    }

    [Fact]
    public async Task What_is_suppressed_in_the_source_is_not_reported()
    {
        using var workspace = new Workspace();
        var leaking = await File.ReadAllTextAsync(Programs.PathOf("Leaking.cs"), TestContext.Current.CancellationToken);
        workspace.Write("Leaking.cs", $"#pragma warning disable DYN001\n{leaking}");

        Assert.Equal(0, (await workspace.RunAsync("verify", "Leaking.cs")).ExitCode);
    }

    [Fact]
    public async Task The_report_has_the_places_on_the_way()
    {
        using var workspace = new Workspace("Leaking.cs");

        var outcome = await workspace.RunAsync("verify", "Leaking.cs", "--sarif", "reports/leaking.sarif");

        Assert.Equal(1, outcome.ExitCode);
        var report = await File.ReadAllTextAsync("reports/leaking.sarif", TestContext.Current.CancellationToken);
        report = report.Replace(workspace.Folder, "/folder", System.StringComparison.Ordinal);
        new CommandOutcome(0, report + "\n", "").ShouldBe("verify-sarif");
    }

    [Fact]
    public async Task What_does_not_compile_is_not_verified()
    {
        using var workspace = new Workspace();
        workspace.Write("Broken.cs", "public static class Broken { public static int Run() => Missing; }");

        (await workspace.RunAsync("verify", "Broken.cs")).ShouldFail(
            "Broken.cs does not compile:\nBroken.cs(1,57): error CS0103: The name 'Missing' does not exist in the current context");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_with_its_neighbours()
    {
        using var workspace = new Workspace("Filter.cs");

        var outcome = await workspace.RunAsync("verify", "Fitler.cs");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches("^error: There is no file Fitler.cs. .* has Filter.cs.\n$", outcome.Errors);
    }

    [Fact]
    public async Task A_folder_without_a_project_is_told_from_one_with_two()
    {
        using var workspace = new Workspace();
        Assert.Matches(@"^error: There is no project in \S+. Name one", (await workspace.RunAsync("verify")).Errors);

        workspace.WriteProject("First.csproj");
        workspace.WriteProject("Second.csproj");
        Assert.Matches(
            @"^error: There are 2 projects in \S+. Name one: First.csproj, Second.csproj.\n$", (await workspace.RunAsync("verify")).Errors);
    }

    [Fact]
    public async Task A_project_that_MSBuild_cannot_read_is_told_with_its_words()
    {
        using var workspace = new Workspace();
        workspace.Write("Bad.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup></Project>");

        var outcome = await workspace.RunAsync("verify", "Bad.csproj");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("MSBuild cannot read", outcome.Errors, System.StringComparison.Ordinal);
        Assert.Contains("MSB4025", outcome.Errors, System.StringComparison.Ordinal);
    }
}
