using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dynptrs.EndToEnd.Tests;

public sealed partial class PackageContentTests
{
    private const string AnalyzersFolder = "analyzers/dotnet/cs/";
    private const string EmitterFolder = "tools/net10.0/";

    [Fact]
    public void DynptrAnalyzers_holds_its_assemblies_and_none_of_Roslyn()
    {
        Assert.Equal(
            [
                "DynptrAnalyzers.nuspec",
                "LICENSE",
                "README.md",
                AnalyzersFolder + "Dynptrs.Analyzers.dll",
                AnalyzersFolder + "Dynptrs.CodeFixes.dll",
                AnalyzersFolder + "Dynptrs.Generators.dll",
                AnalyzersFolder + "Dynptrs.Verifier.dll",
                "buildTransitive/DynptrAnalyzers.props",
                "buildTransitive/DynptrAnalyzers.targets",
                "buildTransitive/presets/default.globalconfig",
                "buildTransitive/presets/programs-only.globalconfig",
                "buildTransitive/presets/strict.globalconfig",
                "lib/net10.0/_._",
                EmitterFolder + "Dynptrs.Analyzers.dll",
                EmitterFolder + "Dynptrs.Build.deps.json",
                EmitterFolder + "Dynptrs.Build.dll",
                EmitterFolder + "Dynptrs.Build.runtimeconfig.json",
                EmitterFolder + "Dynptrs.Emit.dll",
                EmitterFolder + "Dynptrs.Verifier.dll",
            ],
            PackedPackages.ListFiles(PackedPackages.Analyzers));
    }

    [Fact]
    public void Dynptrs_Runtime_holds_its_assembly_and_documentation_and_its_symbols_stand_beside_it()
    {
        Assert.Equal(
            ["Dynptrs.Runtime.nuspec", "LICENSE", "README.md", "lib/net10.0/Dynptrs.Runtime.dll", "lib/net10.0/Dynptrs.Runtime.xml"],
            PackedPackages.ListFiles(PackedPackages.Runtime));
        Assert.Equal(
            ["Dynptrs.Runtime.nuspec", "lib/net10.0/Dynptrs.Runtime.pdb"],
            PackedPackages.ListFiles(PackedPackages.Runtime, "snupkg"));
    }

    [Fact]
    public void Dynptrs_Kernel_holds_its_assembly_and_documentation_and_its_symbols_stand_beside_it()
    {
        Assert.Equal(
            ["Dynptrs.Kernel.nuspec", "LICENSE", "README.md", "lib/net10.0/Dynptrs.Kernel.dll", "lib/net10.0/Dynptrs.Kernel.xml"],
            PackedPackages.ListFiles(PackedPackages.Kernel));
        Assert.Equal(
            ["Dynptrs.Kernel.nuspec", "lib/net10.0/Dynptrs.Kernel.pdb"],
            PackedPackages.ListFiles(PackedPackages.Kernel, "snupkg"));
    }

    [Fact]
    public void The_command_is_packed_as_a_tool_with_the_generators_and_without_a_compiler()
    {
        var files = PackedPackages.ListFiles(PackedPackages.Tool);

        var type = Assert.Single(Elements(PackedPackages.ReadNuspec(PackedPackages.Tool), "packageType"));
        Assert.Equal("DotnetTool", type.Attribute("name")?.Value);
        Assert.Contains("tools/net10.0/any/dynptr.dll", files);
        Assert.Contains("tools/net10.0/any/lone/Dynptrs.Generators.dll", files);
        Assert.DoesNotContain(files, file => file.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Dynptrs.Analyzers")]
    [InlineData("Dynptrs.CodeFixes")]
    [InlineData("Dynptrs.Generators")]
    [InlineData("Dynptrs.Verifier")]
    public void An_assembly_that_the_compiler_loads_embeds_its_symbols(string name)
    {
        using var assembly = PackedPackages.ReadAssembly(PackedPackages.Analyzers, $"{AnalyzersFolder}{name}.dll");

        Assert.Contains(assembly.ReadDebugDirectory(), e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    /// <summary>The compiler brings Roslyn and what Roslyn itself needs; anything more would have to be in the package.</summary>
    [Theory]
    [InlineData("Dynptrs.Analyzers")]
    [InlineData("Dynptrs.CodeFixes")]
    [InlineData("Dynptrs.Generators")]
    [InlineData("Dynptrs.Verifier")]
    public void An_assembly_that_the_compiler_loads_needs_nothing_but_its_neighbours_and_Roslyn(string name)
    {
        using var assembly = PackedPackages.ReadAssembly(PackedPackages.Analyzers, $"{AnalyzersFolder}{name}.dll");
        var metadata = assembly.GetMetadataReader();
        var references =
            from handle in metadata.AssemblyReferences
            select metadata.GetString(metadata.GetAssemblyReference(handle).Name);

        Assert.All(references, reference => Assert.Matches(AvailableToTheCompiler(), reference));
    }

    [Fact]
    public void DynptrAnalyzers_depends_on_the_runtime_of_its_version_and_lets_it_flow_to_compile_and_run_time()
    {
        var group = Assert.Single(Elements(PackedPackages.ReadNuspec(PackedPackages.Analyzers), "group"));
        var dependency = Assert.Single(group.Elements());

        Assert.Equal("net10.0", group.Attribute("targetFramework")?.Value);
        Assert.Equal(PackedPackages.Runtime, dependency.Attribute("id")?.Value);
        Assert.Equal(PackedPackages.Version, dependency.Attribute("version")?.Value);
        Assert.Equal("Build,Analyzers", dependency.Attribute("exclude")?.Value);
        Assert.Null(dependency.Attribute("include"));
    }

    [Fact]
    public void Dynptrs_Runtime_depends_on_nothing_but_the_part_of_NET_that_reads_signatures() =>
        Assert.Equal(
            "System.Security.Cryptography.Pkcs",
            Assert.Single(Elements(PackedPackages.ReadNuspec(PackedPackages.Runtime), "dependency")).Attribute("id")?.Value);

    [Theory]
    [InlineData(PackedPackages.Analyzers)]
    [InlineData(PackedPackages.Runtime)]
    [InlineData(PackedPackages.Kernel)]
    [InlineData(PackedPackages.Tool)]
    public void A_package_says_its_licence_its_readme_and_where_its_source_is(string id)
    {
        var nuspec = PackedPackages.ReadNuspec(id);

        Assert.Equal("MIT", Assert.Single(Elements(nuspec, "license")).Value);
        Assert.Equal("README.md", Assert.Single(Elements(nuspec, "readme")).Value);
        Assert.NotEmpty(Assert.Single(Elements(nuspec, "description")).Value);
        Assert.Equal("git", Assert.Single(Elements(nuspec, "repository")).Attribute("type")?.Value);
    }

    private static IEnumerable<XElement> Elements(XElement nuspec, string name) =>
        nuspec.Descendants().Where(e => e.Name.LocalName == name);

    // Roslyn 5.0 brings these libraries in versions that are at least the ones that it is built against.
    [GeneratedRegex(@"^(netstandard|Dynptrs\.(Analyzers|Verifier)|Microsoft\.CodeAnalysis(\.CSharp)?(\.Workspaces)?|System\.(Collections\.Immutable|Composition\.AttributedModel|Memory|Reflection\.Metadata|Runtime\.CompilerServices\.Unsafe))$")]
    private static partial Regex AvailableToTheCompiler();
}
