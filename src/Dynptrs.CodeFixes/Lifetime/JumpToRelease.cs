using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>Leaves by a label of the function that releases the reference, in the places where it is lost.</summary>
internal sealed class JumpToRelease(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> exits, string subject)
{
    /// <summary>How many jumps are tried one by one; each is a verification.</summary>
    private const int MaxJumps = 8;

    /// <summary>The label, and the code that leaves by it; <see langword="null"/> where the function has none that is right.</summary>
    public (string Label, FixContext After)? Find()
    {
        if (exits[0] is not StatementSyntax first || exits.Any(exit => exit is not ReturnStatementSyntax))
            return null;
        foreach (var label in ReleaseLabel.Find(context, first).Where(label => label.Releases(context, subject)))
        {
            if (Instead(label) is { } after && Verdict.Compare(context, first, after).FixesAlone(diagnostic))
                return (label.Name, after);
        }

        return exits.Length == 1 ? FindOtherJump((ReturnStatementSyntax)first) : null;
    }

    /// <summary>A jump in the place of each exit. What it returns must be what the label returns.</summary>
    private FixContext? Instead(ReleaseLabel label)
    {
        var editor = new StatementEditor(context);
        foreach (var exit in exits.Cast<ReturnStatementSyntax>())
        {
            var jump = SyntaxFactory.ParseStatement($"goto {label.Name};").WithTriviaFrom(exit);
            if (HasSameResult(exit.Expression, label.Leaving?.Expression))
            {
                editor.Replace(exit, jump);
            }
            else if (exit.Expression is { } value
                && label.Leaving?.Expression is IdentifierNameSyntax variable
                && context.Model.GetSymbolInfo(variable).Symbol is ILocalSymbol { IsConst: false } or IParameterSymbol)
            {
                editor.InsertBefore(exit, jump, StatementEditor.Parse($"{variable.Identifier.ValueText} = {value.WithoutTrivia()};"));
            }
            else
            {
                return null;
            }
        }

        return editor.GetChanged();
    }

    /// <summary>The exit is behind another label: the jumps that go there go to the label before it that releases.</summary>
    private (string Label, FixContext After)? FindOtherJump(ReturnStatementSyntax exit)
    {
        if (new ContractCalls(context).FindAcquisition(subject, exit) is not { } acquisition
            || acquisition.FirstAncestorOrSelf<BlockSyntax>() is not { } scope)
        {
            return null;
        }

        var jumps = scope.DescendantNodes().OfType<GotoStatementSyntax>()
            .Where(jump => jump.IsKind(SyntaxKind.GotoStatement)
                && jump.SpanStart > acquisition.SpanStart
                && jump.Span.End <= exit.SpanStart)
            .ToImmutableArray();
        foreach (var several in jumps.Length > MaxJumps
            ? []
            : jumps.Select(jump => ImmutableArray.Create(jump)).Prepend(jumps).Where(several => !several.IsEmpty))
        {
            foreach (var label in ReleaseLabel.Find(context, several[0])
                .Where(label => label.Leaving == exit && label.Releases(context, subject)))
            {
                var after = context.With(context.Root.ReplaceNodes(
                    several, (jump, _) => jump.WithExpression(SyntaxFactory.IdentifierName(label.Name))));
                if (Verdict.Compare(context, exit, after).FixesAlone(diagnostic))
                    return (label.Name, after);
            }
        }

        return null;
    }

    /// <summary>Whether two results are the same, and stay so while something is released: constants, or one variable.</summary>
    private bool HasSameResult(ExpressionSyntax? one, ExpressionSyntax? other)
    {
        if (one is null || other is null)
            return one == other;
        if (context.Model.GetConstantValue(one) is { HasValue: true, Value: var value })
            return context.Model.GetConstantValue(other) is { HasValue: true, Value: var result } && Equals(value, result);
        return context.Model.GetSymbolInfo(one).Symbol is ILocalSymbol or IParameterSymbol
            && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(one).Symbol, context.Model.GetSymbolInfo(other).Symbol);
    }
}
