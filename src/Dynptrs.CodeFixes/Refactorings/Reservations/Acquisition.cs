using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Reservations;

/// <summary>A call that acquires a reference into a variable.</summary>
/// <param name="Call">The call.</param>
/// <param name="Statement">The statement around it.</param>
/// <param name="Method">What is called.</param>
/// <param name="Subject">The variable.</param>
/// <param name="IsReturned">Whether the call answers the reference: where it fails there is none.</param>
internal sealed record Acquisition(
    InvocationExpressionSyntax Call,
    StatementSyntax Statement,
    IMethodSymbol Method,
    string Subject,
    bool IsReturned)
{
    /// <summary>Reads a call, or answers <see langword="null"/> for one that acquires nothing into a variable.</summary>
    public static Acquisition? Read(FixContext context, SyntaxNode node)
    {
        if (node is not InvocationExpressionSyntax call
            || call.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || ContractArguments.Read(context, call) is not { } arguments)
        {
            return null;
        }

        var given = call.ArgumentList.Arguments.FirstOrDefault(argument =>
            arguments.Find(argument) is { Acquires: true, Passing: ArgumentPassing.Out });
        var subject = given is not null ? ContractCalls.GetName(given.Expression)
            : !arguments.Contract.Return.Acquires ? null
            : call.Parent switch
            {
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
                AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment when assignment.Right == call =>
                    assignment.Left.ToString(),
                _ => null,
            };
        return subject is not null && SyntaxFacts.IsValidIdentifier(subject) && subject != "_"
            ? new Acquisition(call, statement, arguments.Method, subject, given is null)
            : null;
    }
}
