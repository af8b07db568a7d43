using System.Linq;
using Dynptrs.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Declarations;

/// <summary>Tells what the generator has written from what the user has: analyzers see both.</summary>
internal static class GeneratedMark
{
    /// <summary>Whether the generator has written a symbol.</summary>
    public static bool IsOn(ISymbol symbol) =>
        symbol.GetAttributes().Any(data => data.AttributeClass?.Name == "GeneratedCodeAttribute"
            && data.ConstructorArguments is [{ Value: CodeWriter.Tool }, _]);
}
