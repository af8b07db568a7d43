using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Leaving;

/// <summary>The statement that leaves a function early.</summary>
internal static class EarlyExit
{
    /// <summary>The statement that leaves the function around a statement, or <see langword="null"/> where none can stand.</summary>
    public static string? Describe(FixContext context, StatementSyntax statement)
    {
        if (context.Model.GetEnclosingSymbol(statement.SpanStart) is not IMethodSymbol { RefKind: RefKind.None } method)
            return null;
        if (method.IsIterator)
            return "yield break;";
        return ResultOf(method) switch
        {
            null or { SpecialType: SpecialType.System_Void } => "return;",
            { SpecialType: SpecialType.System_Boolean } => "return false;",
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => "return 0;",
            _ => "return default;",
        };
    }

    /// <summary>The type of what is returned; of an asynchronous method, that of the result of its task.</summary>
    private static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.IsAsync ? (method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() : method.ReturnType;
}
