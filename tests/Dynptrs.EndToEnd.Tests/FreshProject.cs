using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>A new console project, outside the tree, with one package reference.</summary>
internal sealed class FreshProject : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dynptr-");
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    public FreshProject(string properties = "")
    {
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

        Write("Fresh.csproj", $"""
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

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_directory.FullName, file), text);

    public string Read(string file) => File.ReadAllText(Path.Combine(_directory.FullName, file));

    /// <summary>Restores and builds.</summary>
    public Task<CommandResult> BuildAsync() => DotnetAsync("build", "--nologo", "-tl:off", "-clp:NoSummary");

    /// <summary>Runs what was built.</summary>
    public Task<CommandResult> RunAsync() => DotnetAsync("run", "--no-build");

    /// <summary>Applies the code fixes for <paramref name="diagnostic"/>.</summary>
    public Task<CommandResult> FormatAnalyzersAsync(string diagnostic) =>
        DotnetAsync("format", "analyzers", "--no-restore", "--diagnostics", diagnostic, "--severity", "error");

    public void Dispose() => _directory.Delete(recursive: true);

    private Task<CommandResult> DotnetAsync(params string[] arguments) =>
        Dotnet.RunAsync(_directory.FullName, arguments, _cancellation);
}
