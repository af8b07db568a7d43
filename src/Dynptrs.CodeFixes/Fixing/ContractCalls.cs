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
        Around(exit).LastOrDefault(call => call.SpanStart < exit.Span.End && (Gives(call, subject, parameter => parameter.Acquires) || Returns(call, subject)));

    /// <summary>The call before a place that made what a variable holds, with a reference or without.</summary>
    public InvocationExpressionSyntax? FindMaking(string subject, SyntaxNode place) =>
        Around(place).LastOrDefault(call => call.SpanStart < place.SpanStart && (Makes(call, subject) || Returns(call, subject)));

    /// <summary>The first call behind a place that makes a variable, with a reference or without.</summary>
    public InvocationExpressionSyntax? FindMakingAfter(string subject, SyntaxNode place) => Around(place).FirstOrDefault(call => call.SpanStart > place.Span.End && Makes(call, subject));

    /// <summary>The calls before a place that release what a variable holds.</summary>
    public IEnumerable<InvocationExpressionSyntax> FindReleases(string subject, SyntaxNode exit) =>
        Around(exit).Where(call => call.SpanStart < exit.Span.End && Gives(call, subject, parameter => parameter.Releases));

    private IEnumerable<InvocationExpressionSyntax> Around(SyntaxNode place) =>
        (place.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? context.Root).DescendantNodes().OfType<InvocationExpressionSyntax>();

    private bool Makes(InvocationExpressionSyntax call, string subject) =>
        Gives(call, subject, parameter => parameter.Acquires || parameter.Initializes || parameter.CloneOf >= 0);

    private bool Returns(InvocationExpressionSyntax call, string subject) =>
        Read(call) is { Contract.Return.Acquires: true } && call.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText == subject,
            AssignmentExpressionSyntax assignment => assignment.Right == call && assignment.Left.ToString() == subject,
            _ => false,
        };

    /// <summary>Whether a variable is given to a parameter with a certain contract, the receiver included.</summary>
    private bool Gives(InvocationExpressionSyntax call, string subject, Func<ParameterContract, bool> isMeant)
    {
        if (Read(call) is not var (method, contract))
            return false;
        var offset = contract.Parameters.Length - method.Parameters.Length;
        if (offset == 1 && call.Expression is MemberAccessExpressionSyntax access && access.Expression.ToString() == subject && isMeant(contract.Parameters[0]))
            return true;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (GetName(argument.Expression) == subject
                && FindParameter(method, call, argument) is { } parameter
                && parameter.Ordinal + offset < contract.Parameters.Length
                && isMeant(contract.Parameters[parameter.Ordinal + offset]))
            {
                return true;
            }
        }

        return false;
    }

    private (IMethodSymbol Method, MethodContract Contract)? Read(InvocationExpressionSyntax call) =>
        context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method && context.ReadContract(method) is { } contract ? (method, contract) : null;

    /// <summary>The parameter that an argument is for.</summary>
    public static IParameterSymbol? FindParameter(IMethodSymbol method, InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        if (argument.NameColon is { } name)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        var index = call.ArgumentList.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    /// <summary>The variable that an argument is, or declares.</summary>
    public static string GetName(ExpressionSyntax expression) => expression switch
    {
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } => variable.Identifier.ValueText,
        _ => expression.ToString(),
    };
}
