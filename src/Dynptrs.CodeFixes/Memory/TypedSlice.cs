using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>Takes a slice as a value of the type as which it is read: by the overload whose type says the size.</summary>
internal static class TypedSlice
{
    /// <summary>The code with the typed slice, or <see langword="null"/> where there is no such overload.</summary>
    /// <param name="context">The code.</param>
    /// <param name="call">The call that takes the slice.</param>
    /// <param name="size">The size that it is given.</param>
    /// <param name="uses">What becomes of the slice.</param>
    public static FixContext? TryTake(FixContext context, InvocationExpressionSyntax call, ArgumentSyntax size, SliceUses uses)
    {
        if (uses is not { Type: { } type, Reads: { IsEmpty: false } reads }
            || ContractArguments.Read(context, call)
                is not { Method: { TypeParameters.IsEmpty: true } method, Contract.Return.SliceOf: >= 0 and var owner }
            || ContractArguments.FindParameter(method, call, size) is not { } parameter
            || FindOverload(context, method, parameter, owner) is not { ReturnType: INamedTypeSymbol result }
            || FindValue(context, result) is not { } value
            || FindName(call) is not { } name)
        {
            return null;
        }

        var argument = SyntaxFactory.TypeArgumentList(
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(context.Model, call.SpanStart))));
        var declared = call.Parent is EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: SimpleNameSyntax { IsVar: false } written } },
        }
            ? written
            : null;
        var changed = new List<SyntaxNode>(reads) { call };
        if (declared is not null)
            changed.Add(declared);
        return context.With(context.Root.ReplaceNodes(changed, (old, _) => old switch
        {
            InvocationExpressionSyntax taking when taking == call => call
                .ReplaceNode(name, SyntaxFactory.GenericName(name.Identifier.WithTrailingTrivia(), argument).WithTriviaFrom(name))
                .WithArgumentList(
                    call.ArgumentList.WithArguments(call.ArgumentList.Arguments.RemoveAt(call.ArgumentList.Arguments.IndexOf(size)))),
            InvocationExpressionSyntax read => SyntaxFactory.ParseExpression(
                $"{((MemberAccessExpressionSyntax)read.ArgumentList.Arguments[0].Expression).Expression}.{value}")
                .WithTriviaFrom(read),
            _ => SyntaxFactory.GenericName(SyntaxFactory.Identifier(result.Name), argument).WithTriviaFrom(old),
        }));
    }

    /// <summary>The method of the same name that has a type parameter instead of the size.</summary>
    private static IMethodSymbol? FindOverload(FixContext context, IMethodSymbol method, IParameterSymbol size, int owner)
    {
        var kept = method.Parameters.Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter, size)).ToList();
        return method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(other =>
            other.IsStatic == method.IsStatic
            && other.TypeParameters.Length == 1
            && other.Parameters.Length == kept.Count
            && other.Parameters
                .Zip(kept, (one, two) => one.RefKind == two.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, two.Type))
                .All(isSame => isSame)
            && context.ReadContract(other) is { Return: { Type: ViewType } result }
            && result.SliceOf == owner);
    }

    /// <summary>The property that is the value: what a view of one type argument points to.</summary>
    private static string? FindValue(FixContext context, INamedTypeSymbol view) => view.TypeArguments is [var element]
        ? view.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => !property.IsIndexer
            && property.RefKind != RefKind.None
            && SymbolEqualityComparer.Default.Equals(property.Type, element)
            && property.GetMethod is { } getter
            && context.ReadContract(getter) is not null)?.Name
        : null;

    private static SimpleNameSyntax? FindName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };
}
