using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>The packages under test.</summary>
internal static class PackedPackages
{
    public const string Analyzers = "DynptrAnalyzers";
    public const string Runtime = "Dynptrs.Runtime";
    public const string Kernel = "Dynptrs.Kernel";
    public const string Tool = "Dynptrs.Tool";

    /// <summary>
    /// The folder that they are in: <c>DYNPTR_PACKAGES</c> when it is set, so that a release can be tested before it is
    /// published, else the folder that the build of these tests packed them into.
    /// </summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("DYNPTR_PACKAGES") ?? Path.Combine(AppContext.BaseDirectory, "packages");

    /// <summary>The folder with the packages of others that they depend on.</summary>
    public static string Dependencies { get; } = Path.Combine(AppContext.BaseDirectory, "dependencies");

    /// <summary>The folder with all packages that were restored on this machine.</summary>
    public static string Restored { get; } =
        typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RestoredPackages").Value!;

    /// <summary>The version that all packages have.</summary>
    public static string Version { get; } = ReadNuspec(Analyzers).Descendants().First(e => e.Name.LocalName == "version").Value;

    /// <summary>The names of the files that <paramref name="id"/> holds, but for the packaging's own bookkeeping.</summary>
    public static string[] ListFiles(string id, string extension = "nupkg")
    {
        using var package = Open(id, extension);
        return [.. package.Entries.Select(e => e.FullName).Where(name => !IsBookkeeping(name)).Order(StringComparer.Ordinal)];
    }

    public static XElement ReadNuspec(string id)
    {
        using var package = Open(id);
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!;
    }

    public static PEReader ReadAssembly(string id, string path)
    {
        using var package = Open(id);
        using var entry = package.GetEntry(path)!.Open();
        var image = new MemoryStream();
        entry.CopyTo(image);
        image.Position = 0;
        return new PEReader(image);
    }

    private static ZipArchive Open(string id, string extension = "nupkg") =>
        ZipFile.OpenRead(Directory.GetFiles(Folder, $"{id}.*.{extension}").Single());

    private static bool IsBookkeeping(string name) =>
        name == "[Content_Types].xml"
        || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal);
}
