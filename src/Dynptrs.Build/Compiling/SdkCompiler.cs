using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Dynptrs.Build.Compiling;

/// <summary>
/// The compiler of an SDK. Nothing here brings one along: a project is read by the compiler that builds it, which knows its version of the
/// language and the generators that are made for it.
/// </summary>
public static class SdkCompiler
{
    private const string Assembly = "Microsoft.CodeAnalysis.dll";
    private static string? _folder;

    /// <summary>Takes the compiler of an SDK from here on; no type of it may have been used before.</summary>
    /// <param name="folder">The folder of the SDK that is called <c>Roslyn</c>.</param>
    /// <returns>Whether there is a compiler.</returns>
    public static bool TryUse(string folder)
    {
        var core = Path.Combine(folder, "bincore");
        var found = File.Exists(Path.Combine(core, Assembly)) ? core : folder;
        if (!File.Exists(Path.Combine(found, Assembly)))
            return false;
        if (_folder is null)
        {
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                Path.Combine(_folder!, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        }

        _folder = found;
        return true;
    }

    /// <summary>The compiler of the newest SDK beside the .NET that runs this.</summary>
    /// <returns>Its folder, or <see langword="null"/> where no SDK is installed.</returns>
    public static string? FindNewest()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var sdks = Path.Combine(root, "sdk");
        return !Directory.Exists(sdks)
            ? null
            : Directory.GetDirectories(sdks)
                .Select(folder => (Folder: folder, Version: Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var v) ? v : null))
                .Where(sdk => sdk.Version?.Major >= 10)
                .OrderByDescending(sdk => sdk.Version)
                .Select(sdk => Path.Combine(sdk.Folder, "Roslyn"))
                .FirstOrDefault(Directory.Exists);
    }
}
