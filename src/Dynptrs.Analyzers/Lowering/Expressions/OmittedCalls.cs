using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Tells which calls the compiler leaves out, with the evaluation of their arguments.</summary>
internal static class OmittedCalls
{
    /// <summary>Whether the compiler leaves a call out.</summary>
    public static bool IsOmitted(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (!method.ReturnsVoid)
            return false;
        return (method.IsPartialDefinition && method.PartialImplementationPart is null)
            || (method.IsConditional && !IsAnySymbolDefined(method, call.Syntax.SyntaxTree, cancellationToken));
    }

    /// <summary>Whether the file of a call defines a symbol for which calls of the method, or of one that it overrides, are kept.</summary>
    private static bool IsAnySymbolDefined(IMethodSymbol method, SyntaxTree tree, CancellationToken cancellationToken)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
        {
            foreach (var attribute in declared.OriginalDefinition.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "ConditionalAttribute" } type
                    && attribute.ConstructorArguments is [{ Value: string symbol }]
                    && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics"
                    && IsSymbolDefined(symbol, tree, cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a symbol is defined in a file: by its directives, which stand in front of everything else, or for all files.
    /// </summary>
    private static bool IsSymbolDefined(string symbol, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var isDefined = tree.Options is CSharpParseOptions options && options.PreprocessorSymbolNames.Contains(symbol);
        foreach (var trivia in tree.GetRoot(cancellationToken).GetFirstToken(includeZeroWidth: true).LeadingTrivia)
        {
            isDefined = trivia.GetStructure() switch
            {
                DefineDirectiveTriviaSyntax { IsActive: true } define when define.Name.ValueText == symbol => true,
                UndefDirectiveTriviaSyntax { IsActive: true } undef when undef.Name.ValueText == symbol => false,
                _ => isDefined,
            };
        }

        return isDefined;
    }
}
