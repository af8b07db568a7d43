using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>Finds the calls that acquire or release what a variable holds.</summary>
internal sealed class ContractCalls(FixContext context)
{
    /// <summary>The call before a place that acquired what a variable holds: through an argument, or by what it returns.</summary>
    public InvocationExpressionSyntax? FindAcquisition(string subject, SyntaxNode exit) =>
        Around(exit).LastOrDefault(call => call.SpanStart < exit.Span.End
            && (Gives(call, subject, parameter => parameter.Acquires) || Returns(call, subject)));

    /// <summary>The call before a place that made what a variable holds, with a reference or without.</summary>
    public InvocationExpressionSyntax? FindMaking(string subject, SyntaxNode place) =>
        Around(place).LastOrDefault(call => call.SpanStart < place.SpanStart && (Makes(call, subject) || Returns(call, subject)));

    /// <summary>The first call behind a place that makes a variable, with a reference or without.</summary>
    public InvocationExpressionSyntax? FindMakingAfter(string subject, SyntaxNode place) =>
        Around(place).FirstOrDefault(call => call.SpanStart > place.Span.End && Makes(call, subject));

    /// <summary>The calls before a place that release what a variable holds.</summary>
    public IEnumerable<InvocationExpressionSyntax> FindReleases(string subject, SyntaxNode exit) =>
        Around(exit).Where(call => call.SpanStart < exit.Span.End && Gives(call, subject, parameter => parameter.Releases));

    private IEnumerable<InvocationExpressionSyntax> Around(SyntaxNode place) =>
        (place.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? context.Root)
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>();

    private bool Makes(InvocationExpressionSyntax call, string subject) =>
        Gives(call, subject, parameter => parameter.Acquires || parameter.Initializes || parameter.CloneOf >= 0);

    private bool Returns(InvocationExpressionSyntax call, string subject) =>
        ContractArguments.Read(context, call) is { Contract.Return.Acquires: true } && call.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText == subject,
            AssignmentExpressionSyntax assignment => assignment.Right == call && assignment.Left.ToString() == subject,
            _ => false,
        };

    /// <summary>Whether a variable is given to a parameter with a certain contract, the receiver included.</summary>
    private bool Gives(InvocationExpressionSyntax call, string subject, Func<ParameterContract, bool> isMeant) =>
        ContractArguments.Read(context, call) is { } arguments
        && (IsCalledOn(call, subject) && arguments.Receiver is { } receiver && isMeant(receiver)
            || call.ArgumentList.Arguments.Any(argument => GetName(argument.Expression) == subject
                && arguments.Find(argument) is { } parameter
                && isMeant(parameter)));

    private static bool IsCalledOn(InvocationExpressionSyntax call, string subject) =>
        call.Expression is MemberAccessExpressionSyntax access && access.Expression.ToString() == subject;

    /// <summary>The variable that an argument is, or declares.</summary>
    public static string GetName(ExpressionSyntax expression) => expression switch
    {
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } => variable.Identifier.ValueText,
        _ => expression.ToString(),
    };
}
