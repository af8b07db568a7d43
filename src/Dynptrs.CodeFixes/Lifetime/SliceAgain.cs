using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Memory;
using Dynptrs.CodeFixes.Statements;
using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>Takes a slice again after the packet has changed, and leaves where it is null then.</summary>
internal sealed class SliceAgain(FixContext context, Diagnostic diagnostic, SyntaxNode use, SyntaxNode change, SyntaxNode taking)
{
    /// <summary>The code with the slice taken again, or <see langword="null"/> where that is not enough.</summary>
    public FixContext? Find()
    {
        if (GetVariable(taking) is not { } variable || StatementList.Around(change, use, out var first, out _) is not { } list)
            return null;
        var editor = new StatementEditor(context);
        var next = list.Statements[first + 1];
        editor.InsertBefore(
            next, next, StatementEditor.Parse($"{variable.Identifier.ValueText} = {variable.Initializer!.Value.WithoutTrivia()};"));
        var taken = editor.GetChanged();
        if (Verdict.Compare(context, use, taken).FixesAlone(diagnostic))
            return taken;

        // It may be null now, where it was tested before.
        var untested = taken.VerifyMember(taken.Root.GetAnnotatedNodes(StatementEditor.InsertedKind).First())
            .FirstOrDefault(finding => finding.Id == RuleCatalogue.IdOf<MaybeNull>()
                && Mistake.Read(finding).Subject == Mistake.Read(diagnostic).Subject);
        return untested is null
            ? null
            : new MissingNullCheckFix()
                .Propose(taken, untested)
                .Select(fix => fix.After)
                .FirstOrDefault(after => Verdict.Compare(context, use, after).FixesAlone(diagnostic));
    }

    /// <summary>The variable that is declared with what the call answers.</summary>
    private static VariableDeclaratorSyntax? GetVariable(SyntaxNode taking) =>
        taking.AncestorsAndSelf()
            .TakeWhile(node => node is not StatementSyntax)
            .OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(declarator => declarator.Initializer is not null);
}
