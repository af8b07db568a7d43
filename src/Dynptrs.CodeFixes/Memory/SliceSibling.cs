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
    public FixContext? Take(FixContext context, InvocationExpressionSyntax call)
    {
        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is null)
            return null;
        SimpleNameSyntax[] changed = call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: SimpleNameSyntax { IsVar: false } type } } }
            ? [name, type]
            : [name];
        return context.With(context.Root.ReplaceNodes(changed, (old, _) =>
            old.WithIdentifier(SyntaxFactory.Identifier(old == name ? Name : TypeName).WithTriviaFrom(old.Identifier))));
    }
}
