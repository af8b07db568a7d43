using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>What a project says in its configuration files and in its project file reaches the analyzers of the package.</summary>
public sealed class ConfigurationTests
{
    private const string HostCode = """
        using Dynptrs;

        namespace Telemetry;

        internal static class HostCode
        {
            public static void Lose(RingBuf events)
            {
                events.Reserve(8, out Dynptr ptr);
            } // expect DYN001
        }
        """;

    [Fact]
    public async Task Configuration_files_set_severities_and_options_for_the_files_that_they_name()
    {
        using var project = Telemetry.CreateProject(Telemetry.LeakingProbe);
        project.Write("HostCode.cs", HostCode);
        project.Write("Compat/HostCode.cs", HostCode.Replace("class HostCode", "class Compat"));
        project.Write("Legacy/HostCode.cs", HostCode.Replace("class HostCode", "class Legacy"));
        project.Write(".editorconfig", """
            root = true

            [Probe.cs]
            dotnet_diagnostic.DYN001.severity = warning

            [Compat/*.cs]
            dynptr.host_code = off

            [Legacy/*.cs]
            dotnet_analyzer_diagnostic.category-Dynptr.Lifetime.severity = none
            """);

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        build.ShouldReport(
            new BuildDiagnostic("warning", "DYN001", "Probe.cs", 16), new BuildDiagnostic("error", "DYN001", "HostCode.cs", 10));
    }

    [Fact]
    public async Task The_project_file_chooses_a_preset_and_a_kernel_and_what_means_nothing_is_refused()
    {
        using var project = Telemetry.CreateProject(Telemetry.LeakingProbe);
        project.Write("HostCode.cs", HostCode);

        var build = await project.BuildAsync("-p:DynptrPreset=programs-only");
        build.ShouldReport(BuildDiagnostic.ParseMarks("Probe.cs", Telemetry.LeakingProbe));

        build = await project.BuildAsync("-p:DynptrPreset=strickt", "-p:BpfKernelVersion=newest");
        build.ShouldReport(
            [
                .. BuildDiagnostic.ParseMarks("Probe.cs", Telemetry.LeakingProbe),
                .. BuildDiagnostic.ParseMarks("HostCode.cs", HostCode),
                new BuildDiagnostic("error", "DYN046", "", 0),
                new BuildDiagnostic("error", "DYN047", "", 0),
            ]);
    }

    [Fact]
    public async Task A_configuration_file_of_the_project_wins_over_the_preset()
    {
        using var project = Telemetry.CreateProject(Telemetry.CorrectProbe, "<DynptrPreset>programs-only</DynptrPreset>");
        project.Write("HostCode.cs", HostCode);
        project.Write(".globalconfig", """
            is_global = true
            dynptr.host_code = all
            """);

        (await project.BuildAsync()).ShouldReport(BuildDiagnostic.ParseMarks("HostCode.cs", HostCode));
    }
}
