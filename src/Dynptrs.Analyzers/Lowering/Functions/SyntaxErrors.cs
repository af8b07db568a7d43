using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>Says whether a member that is being written is the whole of what its author means by it.</summary>
internal static class SyntaxErrors
{
    /// <summary>
    /// Whether the braces of a member are those that its author means: none is missing, and what comes behind it is another member, not a
    /// statement that fell out.
    /// </summary>
    public static bool IsWhole(SyntaxNode declaration) =>
        (!declaration.ContainsDiagnostics || !IsBraceMissing(declaration)) && IsEndKnown(declaration);

    private static bool IsBraceMissing(SyntaxNode declaration)
    {
        foreach (var node in declaration.DescendantNodesAndSelf(node => node.ContainsDiagnostics))
        {
            var isMissing = node switch
            {
                BlockSyntax block => block.OpenBraceToken.IsMissing || block.CloseBraceToken.IsMissing,
                SwitchStatementSyntax statement => statement.OpenBraceToken.IsMissing || statement.CloseBraceToken.IsMissing,
                _ => false,
            };
            if (isMissing)
                return true;
        }

        return false;
    }

    private static bool IsEndKnown(SyntaxNode declaration)
    {
        if (!declaration.SyntaxTree.GetRoot().ContainsDiagnostics || declaration is CompilationUnitSyntax)
            return true;
        var member = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? declaration;
        while (member.Parent is { } parent)
        {
            var isBehind = false;
            foreach (var part in parent.ChildNodesAndTokens())
            {
                if (isBehind && (part.AsNode() is MemberDeclarationSyntax or null))
                {
                    if (part.ContainsDiagnostics && !IsMemberWithErrorsInside(part.AsNode()))
                        return false;
                    if (part.AsNode() is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax)
                        return true;
                }

                isBehind |= part.AsNode() == member;
            }

            member = parent;
        }

        return true;
    }

    /// <summary>Whether something begins as a member does, so that what is wrong in it concerns nobody else.</summary>
    private static bool IsMemberWithErrorsInside(SyntaxNode? node)
    {
        if (node is BaseTypeDeclarationSyntax type)
            return !type.OpenBraceToken.ContainsDiagnostics && !type.OpenBraceToken.IsMissing;
        if (node is not BaseMethodDeclarationSyntax { Body: { OpenBraceToken.IsMissing: false } body, Modifiers.Count: > 0 })
            return false;
        foreach (var diagnostic in node.GetDiagnostics())
        {
            if (!body.FullSpan.Contains(diagnostic.Location.SourceSpan))
                return false;
        }

        return true;
    }
}
