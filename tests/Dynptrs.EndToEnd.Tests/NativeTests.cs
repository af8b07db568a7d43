using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Dynptrs.Testing;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>A host that is compiled ahead of time loads its programs as any other does.</summary>
public sealed class NativeTests
{
    private const string Sample = "WhoStartsWhat";
    private const string Sources = "compiler";

    // What .NET compiles ahead of time with; a test asks no registry for it.
    private static readonly string[] CompilerPackages =
    [
        "microsoft.aspnetcore.app.runtime.linux-x64", "microsoft.dotnet.ilcompiler", "microsoft.net.illink.tasks",
        "microsoft.netcore.app.runtime.linux-x64", "microsoft.netcore.app.runtime.nativeaot.linux-x64",
        "runtime.linux-x64.microsoft.dotnet.ilcompiler",
    ];

    [Fact]
    public async Task A_sample_is_compiled_ahead_of_time_without_a_warning_and_loads_its_programs()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "Compiled for Linux on x64 alone.");
        Assert.SkipUnless(Commands.Has("clang-19"), "clang-19, which makes the objects, is not installed.");
        Assert.SkipUnless(Commands.Has("clang") || Commands.Has("gcc"), "Neither clang nor gcc is installed, which link the program.");
        using var project = CreateProject();
        var restore = await project.RunCommandAsync("restore", "-r", "linux-x64");
        Assert.SkipWhen(
            restore.ExitCode != 0 && restore.Output.Contains("Microsoft.", StringComparison.Ordinal),
            $"The compiler is not among the packages that were restored on this machine: {restore.Output}");
        restore.ShouldSucceed();

        var publish = await project.RunCommandAsync("publish", "--no-restore", "-r", "linux-x64", "-o", "published", "--nologo", "-tl:off");

        publish.ShouldSucceed().ShouldReport();
        Assert.DoesNotContain(": warning", publish.Output, StringComparison.Ordinal);
        var program = Path.Combine(project.Folder, "published", Sample);
        Assert.DoesNotContain(project.List("published"), file => file.EndsWith(".dll", StringComparison.Ordinal));
        await RunAsync(program);
    }

    private static async Task RunAsync(string program)
    {
        var token = TestContext.Current.CancellationToken;
        using var watching = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            if (await watching.StandardOutput.ReadLineAsync(token) is null)
                Assert.Skip($"It is compiled, and not run: {await watching.StandardError.ReadToEndAsync(token)}");
            var mark = Guid.NewGuid().ToString();
            using var started = Process.Start(new ProcessStartInfo("/bin/echo", [mark]) { RedirectStandardOutput = true })!;
            string? line;
            do
                line = await watching.StandardOutput.ReadLineAsync(token);
            while (line?.Contains(mark, StringComparison.Ordinal) == false);
            Assert.EndsWith($"starts /bin/echo ({started.Id}): /bin/echo {mark}", line);
        }
        finally
        {
            watching.Kill();
        }
    }

    private static FreshProject CreateProject()
    {
        var project = new FreshProject(
            $"""
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <BpfEmit>object</BpfEmit>
            <InvariantGlobalization>true</InvariantGlobalization>
            <PublishAot>true</PublishAot>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <RestoreAdditionalProjectSources>$(MSBuildThisFileDirectory){Sources}</RestoreAdditionalProjectSources>
            </PropertyGroup>
            <ItemGroup>
              <PackageReference Include="{PackedPackages.Kernel}" Version="{PackedPackages.Version}" />
              <!-- All of them is compiled and looked at, not only what the sample uses. -->
              <TrimmerRootAssembly Include="{PackedPackages.Kernel};{PackedPackages.Runtime}" />
            </ItemGroup>
            <PropertyGroup>
            """,
            Sample);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "samples", Sample), "*.cs"))
            project.Write(Path.GetFileName(file), File.ReadAllText(file));

        var sources = Directory.CreateDirectory(Path.Combine(project.Folder, Sources)).FullName;
        var packages =
            from name in CompilerPackages
            let folder = Path.Combine(PackedPackages.Restored, name)
            where Directory.Exists(folder)
            from package in Directory.GetFiles(folder, "*.nupkg", SearchOption.AllDirectories)
            select package;
        foreach (var package in packages)
            File.CreateSymbolicLink(Path.Combine(sources, Path.GetFileName(package)), package);
        return project;
    }
}
