using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Tests.Support;

/// <summary>A folder with files, in which commands run, and nothing above it counts.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _before = Directory.GetCurrentDirectory();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dynptr-test-");

    /// <summary>Makes it.</summary>
    /// <param name="programs">The files of <c>Programs/</c> that it has.</param>
    public Workspace(params string[] programs)
    {
        foreach (var program in programs)
            Write(program, File.ReadAllText(Programs.PathOf(program)));
        Directory.SetCurrentDirectory(_folder.FullName);
    }

    /// <summary>Its path.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Writes a file.</summary>
    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Writes a file.</summary>
    public void Write(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, file), bytes);

    /// <summary>Writes a project that has what a package reference gives, without a package.</summary>
    public void WriteProject(string name = "App.csproj", string properties = "") => Write(name, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{typeof(Dynptr).Assembly.Location}" />
            <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "lone", "Dynptrs.Generators.dll")}" />
            <CompilerVisibleProperty Include="BpfKernelVersion" />
          </ItemGroup>
        </Project>
        """);

    /// <summary>The names of the files in a folder.</summary>
    public string[] List(string folder) => Directory.Exists(Path.Combine(Folder, folder))
        ? [.. Directory.GetFiles(Path.Combine(Folder, folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Runs a command.</summary>
    public Task<CommandOutcome> RunAsync(params string[] arguments) => RunAsync(arguments, TestContext.Current.CancellationToken);

    /// <summary>Runs a command that is cancelled.</summary>
    public async Task<CommandOutcome> RunAsync(string[] arguments, CancellationToken cancellationToken, TextWriter? writer = null)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await Program.RunAsync(arguments, new ToolConsole(writer ?? output, errors, isRedirected: true), cancellationToken);
        return new CommandOutcome(exitCode, Clean(writer?.ToString() ?? output.ToString()), Clean(errors.ToString()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _folder.Delete(recursive: true);
    }

    private string Clean(string text) =>
        text.ReplaceLineEndings("\n").Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
