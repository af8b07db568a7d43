using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>Tells a declaration that is still being written, of which nothing is said yet.</summary>
internal static class UnfinishedDeclaration
{
    /// <summary>Whether a declaration of a symbol has errors of syntax that do not lie in a body.</summary>
    public static bool Is(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (Is(reference.GetSyntax()))
                return true;
        }

        return false;
    }

    /// <summary>Whether a type is not closed yet, so that more of its members may follow.</summary>
    public static bool IsOpen(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is BaseTypeDeclarationSyntax syntax && IsOpen(syntax))
                return true;
        }

        return false;
    }

    /// <summary>Whether the declaration that an attribute stands on is still being written.</summary>
    public static bool Is(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is { } syntax
        && Is(syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? syntax);

    private static bool Is(SyntaxNode declaration)
    {
        if (!declaration.ContainsDiagnostics)
            return false;
        if (declaration is BaseTypeDeclarationSyntax type && IsOpen(type))
            return true;
        foreach (var diagnostic in declaration.GetDiagnostics())
        {
            if (!IsInBody(declaration, diagnostic))
                return true;
        }

        return false;
    }

    private static bool IsOpen(BaseTypeDeclarationSyntax type) => type.OpenBraceToken.IsMissing || type.CloseBraceToken.IsMissing;

    private static bool IsInBody(SyntaxNode declaration, Diagnostic diagnostic)
    {
        // What is missing at the end of a file lies behind all that is there.
        var start = diagnostic.Location.SourceSpan.Start;
        var token = declaration.FullSpan.Contains(start) ? declaration.FindToken(start) : declaration.GetLastToken(includeZeroWidth: true);
        for (var node = token.Parent; node is not null && node != declaration; node = node.Parent)
        {
            if (node is BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)
                return true;
        }

        return false;
    }
}
