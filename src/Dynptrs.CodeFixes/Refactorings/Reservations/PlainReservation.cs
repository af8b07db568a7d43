using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Refactorings.Spelling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Reservations;

/// <summary>A reservation that answers memory, in a variable of its own, and the calls that release that.</summary>
/// <param name="Statement">The statement of the reservation.</param>
/// <param name="Record">The variable.</param>
/// <param name="Call">The reservation.</param>
/// <param name="Releases">The releases.</param>
internal sealed record PlainReservation(
    StatementSyntax Statement,
    ILocalSymbol Record,
    HelperCall Call,
    ImmutableArray<HelperCall> Releases)
{
    /// <summary>Reads a reservation by a helper, or answers <see langword="null"/> for anything else.</summary>
    public static PlainReservation? Read(FixContext context, SyntaxNode node)
    {
        if (HelperCall.Read(context, node) is not { Member: IMethodSymbol method } call
            || context.ReadContract(method) is not { Return.Acquires: true })
        {
            return null;
        }

        var (variable, statement) = node.Parent switch
        {
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax
                    {
                        Variables.Count: 1,
                        Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration,
                    },
                } declarator,
            } =>
                (context.Model.GetDeclaredSymbol(declarator, context.CancellationToken), (StatementSyntax)declaration),
            AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Parent: ExpressionStatementSyntax assigning,
            } assignment when assignment.Right == node =>
                (context.Model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol, assigning),
            _ => (null, null),
        };
        return variable is ILocalSymbol record && statement is not null
            ? new PlainReservation(statement, record, call, FindReleases(context, statement, record))
            : null;
    }

    private static ImmutableArray<HelperCall> FindReleases(FixContext context, StatementSyntax statement, ILocalSymbol record) =>
    [
        .. statement.Parent!.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.SpanStart > statement.Span.End)
            .Select(call => HelperCall.Read(context, call))
            .OfType<HelperCall>()
            .Where(call => call.Facts.DynptrForm is not null && Gives(context, call, record)),
    ];

    private static bool Gives(FixContext context, HelperCall call, ILocalSymbol record) =>
        ContractArguments.Read(context, (InvocationExpressionSyntax)call.Node) is { } arguments
        && call.Arguments!.Arguments.Any(argument => arguments.Find(argument)?.Releases == true
            && SymbolEqualityComparer.Default.Equals(
                context.Model.GetSymbolInfo(argument.Expression, context.CancellationToken).Symbol, record));
}
