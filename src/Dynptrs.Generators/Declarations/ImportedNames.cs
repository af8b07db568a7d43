using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Declarations;

/// <summary>
/// The names that generated code uses without their namespaces, and those of them that mean something else where it stands.
/// </summary>
internal static class ImportedNames
{
    public const string Runtime = "Dynptrs";

    private const string Suffix = "Attribute";

    /// <summary>The types of the framework that are imported, with their namespaces.</summary>
    public static readonly ImmutableDictionary<string, string> OfFramework = new Dictionary<string, string>
    {
        ["Action"] = "System",
        ["ArgumentOutOfRangeException"] = "System",
        ["Func"] = "System",
        ["InvalidOperationException"] = "System",
        ["ReadOnlySpan"] = "System",
        ["Span"] = "System",
        ["BinaryPrimitives"] = "System.Buffers.Binary",
        ["GeneratedCode"] = "System.CodeDom.Compiler",
        ["IReadOnlyList"] = "System.Collections.Generic",
        ["CultureInfo"] = "System.Globalization",
        ["OverloadResolutionPriority"] = "System.Runtime.CompilerServices",
        ["Unsafe"] = "System.Runtime.CompilerServices",
        ["LayoutKind"] = "System.Runtime.InteropServices",
        ["StructLayout"] = "System.Runtime.InteropServices",
    }.ToImmutableDictionary();

    // Holds names, no symbols; the types of a namespace ask the same.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, ImmutableHashSet<string>>> TakenIn = new();

    /// <summary>
    /// The names that mean something else in a type: what its namespace has of the imported ones, and what its members take from them and
    /// from its namespace.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="runtime">The namespace of the runtime, in its assembly.</param>
    /// <param name="compilation">The compilation.</param>
    public static EquatableArray<string> FindTaken(INamedTypeSymbol type, INamespaceSymbol runtime, Compilation compilation)
    {
        if (compilation.GetCompilationNamespace(type.ContainingNamespace) is not { IsGlobalNamespace: false } scope)
            return default;
        var taken = TakenIn.GetOrCreateValue(compilation).GetOrAdd(scope.ToDisplayString(), _ => FindTaken(scope, runtime, compilation));
        var names = MemberNames(type)
            .Where(name => OfFramework.ContainsKey(name) || runtime.GetTypeMembers(name).Any() || scope.GetMembers(name).Any())
            .SelectMany(Forms);
        return new EquatableArray<string>([.. taken.Union(names).OrderBy(name => name, System.StringComparer.Ordinal)]);
    }

    private static ImmutableHashSet<string> FindTaken(INamespaceSymbol scope, INamespaceSymbol runtime, Compilation compilation)
    {
        var imported = runtime.GetTypeMembers()
            .Select(member => member.Name)
            .Concat(OfFramework.Keys.SelectMany(name => new[] { name, name + Suffix }))
            .SelectMany(Forms);
        var inside = compilation.GetCompilationNamespace(runtime)?.GetNamespaceMembers().Select(member => member.Name) ?? [];
        return
        [
            .. imported
                .Where(name => scope
                    .GetMembers(name)
                    .Any(member => !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, runtime.ContainingAssembly)))
                .SelectMany(Forms),
            .. inside,
        ];
    }

    /// <summary>An attribute goes by two names.</summary>
    private static string[] Forms(string name) =>
        name.EndsWith(Suffix, System.StringComparison.Ordinal) ? [name, name.Substring(0, name.Length - Suffix.Length)] : [name];

    private static IEnumerable<string> MemberNames(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (var current = outer; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            {
                foreach (var member in current.GetMembers())
                {
                    yield return member.Name;
                    if (member is not IMethodSymbol method)
                        continue;
                    foreach (var parameter in method.Parameters)
                        yield return parameter.Name;
                    foreach (var parameter in method.TypeParameters)
                        yield return parameter.Name;
                }
            }
        }
    }
}
