using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Dynptrs.Build.Compiling;
using Dynptrs.Tool.Projects;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.InProcess;

/// <summary>A project, compiled into this process. The runtime is that of this tool, so that both know the same packets.</summary>
internal sealed class ProgramAssembly : AssemblyLoadContext
{
    private readonly Dictionary<string, string> _libraries;
    private readonly Assembly _assembly;

    private ProgramAssembly(Stream image, ToolProject project)
        : base(project.Name)
    {
        _libraries = project.Libraries
            .GroupBy(path => Path.GetFileNameWithoutExtension(path))
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        CheckRuntime();
        _assembly = LoadFromStream(image);
    }

    /// <summary>Compiles and loads a project.</summary>
    /// <exception cref="ToolException">It cannot be run here.</exception>
    public static ProgramAssembly Load(CompiledProject compiled, ToolProject project)
    {
        using var image = new MemoryStream();
        var result = compiled.Compilation.Emit(image);
        if (!result.Success)
            throw new ToolException($"{project.Name} does not compile: {result.Diagnostics.First(IsError)}");
        image.Position = 0;
        return new ProgramAssembly(image, project);
    }

    /// <summary>A method of the project.</summary>
    public MethodInfo Find(IMethodSymbol method) =>
        _assembly.GetType(MetadataName(method.ContainingType), throwOnError: true)!
            .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Single(candidate => candidate.Name == method.Name && candidate.GetParameters().Length == method.Parameters.Length);

    /// <summary>A type that the project knows.</summary>
    public Type Find(INamedTypeSymbol type)
    {
        var assembly = type.ContainingAssembly.Name == _assembly.GetName().Name
            ? _assembly
            : LoadFromAssemblyName(new AssemblyName(type.ContainingAssembly.Name));
        var found = assembly.GetType(MetadataName(type), throwOnError: true)!;
        return type.TypeArguments.IsEmpty ? found : found.MakeGenericType([.. type.TypeArguments.Cast<INamedTypeSymbol>().Select(Find)]);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var isOurs = Default.Assemblies.Any(loaded => loaded.GetName().Name == assemblyName.Name)
            || File.Exists(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"));
        return !isOurs && _libraries.TryGetValue(assemblyName.Name!, out var path) ? LoadFromAssemblyPath(path) : null;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{MetadataName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace
            ? type.MetadataName
            : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";

    private void CheckRuntime()
    {
        var ours = typeof(Dynptr).Assembly.GetName();
        if (!_libraries.TryGetValue(ours.Name!, out var path))
            return;
        var theirs = AssemblyName.GetAssemblyName(path).Version!;
        if (theirs > ours.Version!)
        {
            throw new ToolException(
                $"The project uses {ours.Name} {theirs}, this tool has {ours.Version}. "
                + "Update it: `dotnet tool update --global Dynptrs.Tool`.");
        }
    }
}
