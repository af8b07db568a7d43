using System;
using System.Collections.Concurrent;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Build.Compiling;

/// <summary>Loads generators, each folder apart: two of them may bring the same library in two versions.</summary>
internal sealed class GeneratorLoader : IAnalyzerAssemblyLoader
{
    private readonly ConcurrentDictionary<string, FolderContext> _folders = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void AddDependencyLocation(string fullPath)
    {
        // What stands beside a generator is found where it is asked for.
    }

    /// <inheritdoc/>
    public Assembly LoadFromPath(string fullPath) =>
        _folders.GetOrAdd(Path.GetDirectoryName(fullPath)!, folder => new FolderContext(folder)).LoadFromAssemblyPath(fullPath);

    private sealed class FolderContext(string folder) : AssemblyLoadContext(folder)
    {
        // The compiler is one and the same for all of them, and so is .NET.
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(Name!, assemblyName.Name + ".dll");
            return assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || !File.Exists(path)
                ? null
                : LoadFromAssemblyPath(path);
        }
    }
}
