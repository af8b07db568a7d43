using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>How a call reads in its other spelling.</summary>
/// <param name="Target">What it calls then.</param>
/// <param name="Qualifier">What stands before its name, if that is no receiver.</param>
/// <param name="Receiver">The receiver, or <see langword="null"/>.</param>
/// <param name="TypeArguments">The type arguments that are written, or <see langword="null"/>.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Import">The class whose static members must be imported for it, or <see langword="null"/>.</param>
internal sealed record Respelling(
    ISymbol Target,
    string Qualifier,
    SpelledArgument? Receiver,
    TypeArgumentListSyntax? TypeArguments,
    ImmutableArray<SpelledArgument> Arguments,
    INamedTypeSymbol? Import)
{
    /// <summary>The call in its other spelling.</summary>
    /// <param name="call">The call, with what has become of its parts.</param>
    public ExpressionSyntax Apply(ExpressionSyntax call)
    {
        SimpleNameSyntax name = TypeArguments is null
            ? SyntaxFactory.IdentifierName(Target.Name)
            : SyntaxFactory.GenericName(SyntaxFactory.Identifier(Target.Name), TypeArguments);
        ExpressionSyntax callee = Receiver is not null ? Access(Receiver.ToReceiver(call), name)
            : Qualifier.Length > 0 ? Access(SyntaxFactory.ParseExpression(Qualifier), name)
            : name;
        var changed = Target is IPropertySymbol
            ? callee
            : SyntaxFactory.InvocationExpression(callee, ArgumentArrangement.Arrange(call, Arguments));
        return call.CopyAnnotationsTo(changed).WithTriviaFrom(call);
    }

    /// <summary>Whether everything that has an effect is evaluated in the order in which it was.</summary>
    public bool KeepsOrder(SemanticModel model, HelperCall call)
    {
        var order = (Receiver is null ? Arguments : Arguments.Insert(0, Receiver))
            .Where(argument => argument.IsKept)
            .Select(argument => argument.Source)
            .ToList();
        for (var i = 0; i < order.Count; i++)
        {
            for (var j = i + 1; j < order.Count; j++)
            {
                if (order[i] > order[j]
                    && !EvaluationOrder.AreIndependent(
                        model, Get(order[i]), IsByReference(order[i]), Get(order[j]), IsByReference(order[j])))
                {
                    return false;
                }
            }
        }

        return true;

        ExpressionSyntax Get(int source) => source < 0 ? HelperCall.ReceiverOf(call.Node)! : call.Arguments!.Arguments[source].Expression;

        // The receiver of a value type is passed by reference.
        bool IsByReference(int source) => source < 0
            ? model.GetTypeInfo(Get(source)).Type?.IsValueType == true
            : call.Facts.Method.Parameters.Any(parameter => call.IndexOf(parameter) == source && parameter.RefKind != RefKind.None);
    }

    private static MemberAccessExpressionSyntax Access(ExpressionSyntax target, SimpleNameSyntax name) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, target, name);
}
