using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>Makes a local variable a static one, which is what a global is in C: a dynptr may point there.</summary>
internal static class StaticVariable
{
    /// <summary>
    /// The code with a static variable, or <see langword="null"/> where the place is no local variable that could be one.
    /// </summary>
    public static FixContext? TryMake(FixContext context, SyntaxNode place)
    {
        if (place.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol)
            .OfType<ILocalSymbol>()
            .FirstOrDefault()
            is not { RefKind: RefKind.None, Type.IsUnmanagedType: true } local
            || local.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement },
            } variable
            || statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax)
                is not BaseMethodDeclarationSyntax { Parent: TypeDeclarationSyntax } member
            || context.GetType(place) is not { } type
            || type.GetMembers(local.Name).Length > 0)
        {
            return null;
        }

        var root = context.Root.TrackNodes(statement, member);
        var current = root.GetCurrentNode(statement)!;

        // What it starts with, it starts with in each call.
        var changed = variable.Initializer is { } initializer
            ? root.ReplaceNode(
                current, SyntaxFactory.ParseStatement($"{local.Name} = {initializer.Value.WithoutTrivia()};").WithTriviaFrom(current))
            : StatementRemoval.RemoveFrom(root, current)!;
        var field = SyntaxFactory.ParseMemberDeclaration(
            $"private static {local.Type.ToMinimalDisplayString(context.Model, place.SpanStart)} {local.Name};")!
            .WithAdditionalAnnotations(Formatter.Annotation);
        var after = changed.GetCurrentNode(member)!;
        return context.With(changed.ReplaceNode(after, BlankLines.PutBefore(after, field)));
    }
}
