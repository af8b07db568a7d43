using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Generators.Declarations;

/// <summary>
/// Gives each generated file a name of its own. The compiler takes two names that differ in case for one, and then generates nothing at
/// all.
/// </summary>
internal static class FileNames
{
    /// <summary>Writes a file for each model.</summary>
    /// <param name="context">The context of the generator.</param>
    /// <param name="models">The models.</param>
    /// <param name="frame">The type that a model fills.</param>
    /// <param name="suffix">What all files of the generator end with.</param>
    /// <param name="write">Writes the text of the file.</param>
    public static void RegisterFiles<T>(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<T> models,
        Func<T, TypeFrame> frame,
        string suffix,
        Func<T, string> write)
    {
        var shared = models.Select((model, _) => frame(model).HintName).Collect().Select(static (names, _) => FindShared(names));
        context.RegisterSourceOutput(models.Combine(shared), (production, pair) =>
        {
            var name = frame(pair.Left).HintName;
            if (pair.Right.Contains(name, StringComparer.OrdinalIgnoreCase))
                name += "-" + Hash(name);
            production.AddSource($"{name}.{suffix}.g.cs", SourceText.From(write(pair.Left), Encoding.UTF8));
        });
    }

    /// <summary>
    /// Whether an attribute is the first of its kind on a type. A second one is an error of the compiler's, and asks for the same file
    /// again.
    /// </summary>
    public static bool IsFirst(GeneratorAttributeSyntaxContext attributed)
    {
        var attribute = attributed.Attributes[0];
        var first = attributed.TargetSymbol.GetAttributes()
            .First(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute.AttributeClass));
        return first.ApplicationSyntaxReference is { } one
            && attribute.ApplicationSyntaxReference is { } other
            && one.SyntaxTree == other.SyntaxTree
            && one.Span == other.Span;
    }

    private static EquatableArray<string> FindShared(ImmutableArray<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new EquatableArray<string>([.. names.Where(name => !seen.Add(name)).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>A short name for a name, the same in each build.</summary>
    private static string Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
            hash = unchecked((hash ^ character) * 16777619u);
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
