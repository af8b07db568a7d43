using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>A new console project, outside the tree, with one package reference.</summary>
internal sealed class FreshProject : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dynptr-");
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    /// <summary>Writes the project.</summary>
    /// <param name="properties">More properties of it.</param>
    /// <param name="name">Its name.</param>
    public FreshProject(string properties = "", string name = "Fresh")
    {
        ProjectFile = PathOf($"{name}.csproj");

        // Nothing is inherited from a folder above.
        Write("global.json", "{}");
        Write(".editorconfig", "root = true");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");

        // No other source is asked but for what the packages depend on, and no package that an earlier test restored is used.
        Write("NuGet.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="{PackedPackages.Folder}" />
                <add key="dependencies" value="{PackedPackages.Dependencies}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);

        Write(ProjectFile, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <DefaultItemExcludes>$(DefaultItemExcludes);packages/**</DefaultItemExcludes>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{PackedPackages.Analyzers}" Version="{PackedPackages.Version}" />
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Its folder.</summary>
    public string Folder => _directory.FullName;

    /// <summary>Its project file.</summary>
    public string ProjectFile { get; }

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>The files in one of its folders, by their paths from there.</summary>
    public string[] List(string folder) =>
    [
        .. Directory.GetFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PathOf(folder), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public Task<CommandResult> RestoreAsync() => DotnetAsync("restore");

    /// <summary>Restores and builds.</summary>
    /// <param name="arguments">More arguments of the command.</param>
    public Task<CommandResult> BuildAsync(params string[] arguments) =>
        DotnetAsync(["build", "--nologo", "-tl:off", "-clp:NoSummary", .. arguments]);

    /// <summary>Restores and builds, and finds no other commands than those of a folder.</summary>
    /// <param name="path">The folder.</param>
    public Task<CommandResult> BuildWithPathAsync(string path) =>
        Dotnet.RunAsync(Folder, ["build", "--nologo", "-tl:off", "-clp:NoSummary"], _cancellation, path);

    /// <summary>Runs a command of the <c>dotnet</c> command.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    public Task<CommandResult> RunCommandAsync(params string[] arguments) => DotnetAsync(arguments);

    /// <summary>Builds what was restored and built before, as a person sees it in a terminal.</summary>
    public Task<CommandResult> BuildInTerminalAsync() => DotnetAsync("build", "--nologo", "-tl:on");

    /// <summary>Runs what was built.</summary>
    public Task<CommandResult> RunAsync() => DotnetAsync("run", "--no-build");

    /// <summary>Applies the code fixes for some diagnostics, whatever their severity.</summary>
    public Task<CommandResult> FormatAnalyzersAsync(params string[] diagnostics) =>
        DotnetAsync(["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. diagnostics]);

    public void Dispose() => _directory.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(_directory.FullName, file);

    private Task<CommandResult> DotnetAsync(params string[] arguments) =>
        Dotnet.RunAsync(_directory.FullName, arguments, _cancellation);
}
