using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes;

/// <summary>A test of an expression with an early exit that releases what is held, to be put before the statement that uses the expression.</summary>
internal sealed class Guard
{
    private readonly FixContext _context;
    private readonly ExpressionSyntax _expression;
    private readonly StatementSyntax _statement;
    private readonly string _exit;
    private readonly string? _local;

    private Guard(FixContext context, ExpressionSyntax expression, StatementSyntax statement, string exit, string? local)
    {
        _context = context;
        _expression = expression;
        _statement = statement;
        _exit = exit;
        _local = local;
    }

    /// <summary>What is tested, as it is written.</summary>
    public string Name => _expression.WithoutTrivia().ToString();

    /// <summary>Prepares the test, or answers <see langword="null"/> where none can stand.</summary>
    /// <param name="context">The code.</param>
    /// <param name="expression">What is tested.</param>
    /// <param name="statement">The statement that uses it.</param>
    /// <param name="local">The name of the variable that the expression becomes.</param>
    /// <param name="keepsVariable">Whether an expression that is a variable stays what it is.</param>
    public static Guard? TryCreate(FixContext context, ExpressionSyntax expression, StatementSyntax statement, string local, bool keepsVariable = true)
    {
        if (EarlyExit.Describe(context, statement) is not { } exit)
            return null;

        // What is evaluated again in each round, or under a condition, cannot be taken out before its statement.
        if (statement is BlockSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
            return null;
        var isVariable = keepsVariable && context.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;
        return isVariable || EvaluationOrder.IsFirst(context.Model, expression, statement)
            ? new Guard(context, expression, statement, exit, isVariable ? null : local)
            : null;
    }

    /// <summary>The ways to release all that is held: one for each way to release the first, the others after its example.</summary>
    public static IEnumerable<ImmutableArray<Release>> FindReleases(FixContext context, Diagnostic diagnostic, StatementSyntax statement)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Held, out var held) || held is null)
            return [ImmutableArray<Release>.Empty];
        var finder = new ReleaseFinder(context);
        var choices = held.Split('\n')
            .Select(line => line.Split(':'))
            .Select(parts => finder.Find(parts[0], parts[1].Length == 0 ? null : parts[1], statement))
            .ToImmutableArray();
        if (choices.Any(choice => choice.IsEmpty))
            return [];
        return choices[0].Select(first => choices.Select(choice => choice.FirstOrDefault(release => release.Method == first.Method) ?? choice[0]).ToImmutableArray());
    }

    /// <summary>Puts the test before the statement.</summary>
    /// <param name="condition">When to leave, for the name of what is tested.</param>
    /// <param name="releases">What is released before.</param>
    public FixContext Insert(Func<string, string> condition, ImmutableArray<Release> releases)
    {
        var editor = new StatementEditor(_context);
        if (_local is null)
        {
            editor.InsertBefore(_statement, _statement, MakeTest(condition(Name), releases));
            return editor.GetChanged();
        }

        var name = editor.GetFreeName(_statement, _local);
        var local = StatementEditor.Parse($"var {name} = {Name};");
        var changed = _statement.ReplaceNode(_expression, SyntaxFactory.IdentifierName(name).WithTriviaFrom(_expression));
        editor.InsertBefore(_statement, changed.WithAdditionalAnnotations(new SyntaxAnnotation(StatementEditor.InsertedKind)), local, MakeTest(condition(name), releases));
        return editor.GetChanged();
    }

    private StatementSyntax MakeTest(string condition, ImmutableArray<Release> releases) => MakeTest(condition, releases, _exit);

    /// <summary>A test with an early exit, to be inserted.</summary>
    /// <param name="condition">When to leave.</param>
    /// <param name="releases">What is released before.</param>
    /// <param name="exit">The statement that leaves.</param>
    public static StatementSyntax MakeTest(string condition, ImmutableArray<Release> releases, string exit)
    {
        var leave = StatementEditor.Parse(exit);
        return StatementEditor.MakeElastic(SyntaxFactory.IfStatement(
                SyntaxFactory.ParseExpression(condition),
                releases.IsEmpty ? leave : SyntaxFactory.Block(releases.Select(release => StatementEditor.Parse(release.Statement)).Append(leave))))
            .WithAdditionalAnnotations(Formatter.Annotation, new SyntaxAnnotation(StatementEditor.InsertedKind));
    }
}
