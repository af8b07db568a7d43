using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>A method that takes the same slice as another, with other access.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="IsReadOnly">Whether its slice is only for reading.</param>
/// <param name="TypeName">The name of the type of its slice.</param>
internal sealed record SliceSibling(string Name, bool IsReadOnly, string TypeName)
{
    /// <summary>The code in which a call takes its slice so; the variable that it is declared in has the type that fits.</summary>
    public FixContext? Take(FixContext context, InvocationExpressionSyntax call) => Take(context, call, call);

    /// <summary>The code in which a call takes its slice so, with other arguments.</summary>
    /// <param name="context">The code.</param>
    /// <param name="call">The call.</param>
    /// <param name="changed">The call with its arguments.</param>
    public FixContext? Take(FixContext context, InvocationExpressionSyntax call, InvocationExpressionSyntax changed)
    {
        if (WithName(changed) is not { } renamed)
            return null;
        var type = (call.Parent as EqualsValueClauseSyntax)?.Parent is VariableDeclaratorSyntax
        {
            Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: SimpleNameSyntax { IsVar: false } declared },
        }
            ? declared
            : null;
        SyntaxNode[] places = type is null ? [call] : [call, type];
        return context.With(context.Root.ReplaceNodes(places, (old, _) => old == call ? renamed : Rename((SimpleNameSyntax)old, TypeName)));
    }

    private InvocationExpressionSyntax? WithName(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is null ? null : call.ReplaceNode(name, Rename(name, Name));
    }

    private static SimpleNameSyntax Rename(SimpleNameSyntax old, string name) =>
        old.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(old.Identifier));
}
