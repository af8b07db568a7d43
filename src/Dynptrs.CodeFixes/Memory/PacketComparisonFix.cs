using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Statements;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>
/// DYN007: compares a pointer into a packet with the end before it is used, and leaves where too little is there, after releasing what is
/// held.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PacketComparisonFix)), Shared]
public sealed class PacketComparisonFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN007"];

    /// <summary>The pointer where it is used.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Mistake.Read(diagnostic) is not { IsElsewhere: false, Compared: not null }
            || diagnostic.Location.SourceTree != context.Root.SyntaxTree)
        {
            return [];
        }

        var access = context.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var pointer = access.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(candidate =>
            context.Model.GetTypeInfo(candidate).Type is { } type && context.Lower(type) is ViewType { IsPointer: true });
        return pointer is null ? [] : [pointer];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var pointer = (ExpressionSyntax)places[0];
        while (pointer is ParenthesizedExpressionSyntax { Expression: var inner })
            pointer = inner;
        if (BlockBody.Ensure(context, ref pointer) is not { } expanded)
            yield break;
        context = expanded;
        var mistake = Mistake.Read(diagnostic);
        if (pointer.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || (mistake.Bound ?? FindBound(context, pointer)) is not { } bound
            || Guard.TryCreate(context, pointer, statement, "pointer") is not { } guard)
        {
            yield break;
        }

        var bytes = mistake.Compared!.Value.ToString(CultureInfo.InvariantCulture);
        foreach (var (way, after) in LeaveWay.FindRight(context, diagnostic, statement, Test))
            yield return new Fix(way.Describe($"`{Compare(guard.Name)}`"), $"{nameof(PacketComparisonFix)}.{way.Key}", after);

        string Compare(string name) => $"{name} + {bytes} > {bound}";

        FixContext? Test(LeaveWay way) =>
            guard.Insert(Compare, way) is var tested && Verdict.Compare(context, statement, tested).FixesByInsertion(diagnostic) ? tested : null;
    }

    /// <summary>Where another pointer is used something else may be held, or nothing: the comparison is wanted there all the same.</summary>
    private protected override Fix? Choose(IReadOnlyList<Fix> fixes, string? key) => base.Choose(fixes, key) ?? fixes.FirstOrDefault();

    /// <summary>What bounds a variable that was read from a context, read from there: <c>context.DataEnd</c>.</summary>
    private static string? FindBound(FixContext context, ExpressionSyntax pointer)
    {
        if (context.Model.GetSymbolInfo(pointer).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var declaration] }
            || declaration.GetSyntax(context.CancellationToken)
                is not VariableDeclaratorSyntax { Initializer.Value: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } read }
            || context.Model.GetSymbolInfo(read).Symbol is not IPropertySymbol { ContainingType: { } type } property
            || PacketOf(property) is not { } packet)
        {
            return null;
        }

        var edge = packet.Edge == PacketEdge.Metadata ? PacketEdge.Data : PacketEdge.End;
        var bound = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(
            member => PacketOf(member) is { } other && other.Edge == edge && other.Kind == packet.Kind);
        return bound is null ? null : $"{owner.Identifier.ValueText}.{bound.Name}";

        PacketContract? PacketOf(IPropertySymbol member) =>
            member.GetMethod is { } getter ? context.ReadContract(getter)?.Return.Packet : null;
    }
}
