using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>A project that asks for it has its programs as objects in its assembly.</summary>
public sealed class EmissionTests
{
    private const string Objects = "obj/Debug/net10.0/bpf";

    private const string Host = """
        using System.Text;

        foreach (var name in typeof(Telemetry.Probe).Assembly.GetManifestResourceNames())
        {
            using var content = typeof(Telemetry.Probe).Assembly.GetManifestResourceStream(name)!;
            var start = new byte[4];
            content.ReadExactly(start);
            Console.WriteLine($"{name}: {Encoding.ASCII.GetString(start)[1..]}");
        }
        """;

    [Fact]
    public async Task An_object_is_a_resource_and_is_made_anew_only_when_something_changed()
    {
        Assert.SkipUnless(Commands.Has("clang-19") || Commands.Has("clang"), "No clang is installed.");
        using var project = CreateProject("object");
        (await project.BuildAsync()).ShouldSucceed().ShouldReport();
        Assert.Equal("Dynptrs.Objects.Telemetry.Probe: ELF", (await project.RunAsync()).ShouldSucceed().Output.Trim());
        var made = Time(project, "objects.txt");

        (await project.BuildAsync()).ShouldSucceed();
        Assert.Equal(made, Time(project, "objects.txt"));

        project.Write("Probe.cs", Telemetry.LeakingProbe);
        var broken = await project.BuildAsync();
        broken.ShouldReport(BuildDiagnostic.ParseMarks("Probe.cs", Telemetry.LeakingProbe));
        Assert.DoesNotContain(project.List(Objects), IsObject);

        project.Write("Probe.cs", Telemetry.CorrectProbe);
        (await project.BuildAsync()).ShouldSucceed().ShouldReport();
        Assert.Contains(project.List(Objects), IsObject);
    }

    [Fact]
    public async Task C_is_made_without_a_compiler_of_C_and_is_no_resource()
    {
        using var project = CreateProject("c");

        (await project.BuildAsync()).ShouldSucceed().ShouldReport();

        var source = project.Read($"{Objects}/Telemetry.Probe.bpf.c");
        Assert.Contains("SEC(\"tp/syscalls/sys_enter_nanosleep\")", source, StringComparison.Ordinal);
        Assert.Empty((await project.RunAsync()).ShouldSucceed().Output.Trim());
    }

    [Fact]
    public async Task A_compiler_that_is_missing_is_one_error_that_says_how_to_get_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Commands are hidden by links.");
        using var project = CreateProject("object");
        var commands = Directory.CreateDirectory(Path.Combine(project.Folder, "commands")).FullName;
        foreach (var command in new[] { "dotnet", "sh" })
            File.CreateSymbolicLink(Path.Combine(commands, command), Commands.Find(command)!);

        var build = await project.BuildWithPathAsync(commands);

        Assert.NotEqual(0, build.ExitCode);
        var error = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct());
        Assert.Matches("error BPF002: clang 19 or later is not installed.*Install it: `apt-get install clang-19", error);
        Assert.DoesNotContain(project.List(Objects), IsObject);
    }

    [Fact]
    public async Task What_is_neither_c_nor_object_is_refused()
    {
        using var project = CreateProject("elf");

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error BPF003: BpfEmit is `elf`, which is neither `c` nor `object`", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_verifies_the_project_that_the_package_builds()
    {
        using var project = Telemetry.CreateProject(Telemetry.LeakingProbe);
        (await project.RestoreAsync()).ShouldSucceed();
        // Not in a manifest: what that finds is remembered for the person, whichever test it was.
        var install = await project.RunCommandAsync(
            "tool", "install", PackedPackages.Tool, "--version", PackedPackages.Version, "--tool-path", "tools");
        install.ShouldSucceed();
        var command = Assert.Single(project.List("tools"), file => file.EndsWith("/dynptr.dll", StringComparison.Ordinal));

        var verdict = await project.RunCommandAsync($"tools/{command}", "verify");

        Assert.Equal(1, verdict.ExitCode);
        Assert.Equal(
            BuildDiagnostic.ParseMarks("Probe.cs", Telemetry.LeakingProbe).Select(mark => mark.Line),
            from line in verdict.Output.Split('\n')
            where line.Contains("--> Probe.cs:", StringComparison.Ordinal)
            select int.Parse(line.Split(':')[1], null));
    }

    private static FreshProject CreateProject(string emission)
    {
        var project = Telemetry.CreateProject(
            Telemetry.CorrectProbe.Replace("internal static class Probe", "public static class Probe", StringComparison.Ordinal),
            $"<BpfEmit>{emission}</BpfEmit>");
        project.Write("Program.cs", Host);
        return project;
    }

    private static DateTime Time(FreshProject project, string file) =>
        File.GetLastWriteTimeUtc(Path.Combine(project.Folder, Objects, file));

    private static bool IsObject(string file) => file.EndsWith(".o", StringComparison.Ordinal);
}
