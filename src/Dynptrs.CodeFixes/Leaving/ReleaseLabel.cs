using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Leaving;

/// <summary>A label whose statements release something, do nothing else, and leave: the end of a function in the manner of C.</summary>
internal sealed class ReleaseLabel
{
    private ReleaseLabel(string name, ImmutableArray<StatementSyntax> statements)
    {
        Name = name;
        Statements = statements;
    }

    public string Name { get; }

    /// <summary>What stands behind it, up to where it leaves.</summary>
    public ImmutableArray<StatementSyntax> Statements { get; }

    /// <summary>The statement with which it leaves; <see langword="null"/> at the end of the function.</summary>
    public ReturnStatementSyntax? Leaving => Statements[Statements.Length - 1] as ReturnStatementSyntax;

    /// <summary>The labels that can be reached from a statement, nearest first.</summary>
    public static IEnumerable<ReleaseLabel> Find(FixContext context, StatementSyntax statement)
    {
        foreach (var around in statement.AncestorsAndSelf()
            .TakeWhile(node => node is StatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or CatchClauseSyntax)
            .OfType<StatementSyntax>())
        {
            if (around is LocalFunctionStatementSyntax)
                yield break;
            if (StatementList.Of(around) is not { } list)
                continue;
            for (var i = list.Statements.IndexOf(around) + 1; i < list.Statements.Length; i++)
            {
                if (list.Statements[i] is LabeledStatementSyntax label
                    && Read(context, label, list.Statements.RemoveRange(0, i)) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>Whether it releases what a variable holds.</summary>
    public bool Releases(FixContext context, string subject) => new ContractCalls(context)
        .FindReleases(subject, context.Root)
        .Any(call => Statements.Any(statement => statement.Span.Contains(call.Span)));

    private static ReleaseLabel? Read(FixContext context, LabeledStatementSyntax label, ImmutableArray<StatementSyntax> tail)
    {
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        foreach (var statement in tail.Select(WithoutLabels))
        {
            statements.Add(statement);
            if (statement is ReturnStatementSyntax)
                return new ReleaseLabel(label.Identifier.ValueText, statements.ToImmutable());
            if (!OnlyReleases(context, statement))
                return null;
        }

        return label.Parent is BlockSyntax
        {
            Parent: BaseMethodDeclarationSyntax
                or AccessorDeclarationSyntax
                or AnonymousFunctionExpressionSyntax
                or LocalFunctionStatementSyntax,
        }
            ? new ReleaseLabel(label.Identifier.ValueText, statements.ToImmutable())
            : null;
    }

    /// <summary>Whether a statement does nothing but release.</summary>
    public static bool OnlyReleases(FixContext context, StatementSyntax statement) => statement switch
    {
        EmptyStatementSyntax => true,
        BlockSyntax block => block.Statements.All(inner => OnlyReleases(context, inner)),
        IfStatementSyntax { Else: null } conditional => OnlyReleases(context, conditional.Statement),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } =>
            ContractArguments.Read(context, call)?.Contract.Parameters.Any(parameter => parameter.Releases) == true,
        _ => false,
    };

    private static StatementSyntax WithoutLabels(StatementSyntax statement)
    {
        while (statement is LabeledStatementSyntax label)
            statement = label.Statement;
        return statement;
    }
}
