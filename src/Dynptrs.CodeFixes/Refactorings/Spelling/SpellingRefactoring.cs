using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>Writes a call in another spelling: this one, those in its member, or those in the file.</summary>
public abstract class SpellingRefactoring : ContractRefactoringProvider
{
    private protected SpellingRefactoring()
    {
    }

    private protected abstract ISpelling Create(FixContext context);

    private protected sealed override IEnumerable<Fix> Propose(FixContext context, ExpressionSyntax call)
    {
        var spelling = Create(context);
        if (HelperCall.Read(context, call) is not { } helper)
            yield break;
        foreach (var respelling in spelling.Find(helper))
        {
            if (RespelledCalls.Apply(context, helper, respelling) is not { } after)
                continue;
            yield return new Fix($"Use the {spelling.Owner}'s spelling `{respelling.Target.Name}`", $"{GetType().Name}.Call", after);
            yield break;
        }
    }

    private protected sealed override IEnumerable<WiderChange> ProposeWider(FixContext context, ExpressionSyntax call)
    {
        var owner = Create(context).Owner;
        var inFile = FindCalls(context).Select(found => found.Node).ToImmutableArray();
        var inMember = 0;
        if (call.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) is { } member)
        {
            var span = member.Span;
            inMember = inFile.Count(node => span.Contains(node.Span));
            if (inMember > 1)
            {
                yield return new WiderChange(
                    $"Use the {owner}'s spelling in {Describe(member)}",
                    $"{GetType().Name}.Member",
                    code => Respell(code, [.. FindCalls(code).Where(found => span.Contains(found.Node.Span))]));
            }
        }

        if (inFile.Length > System.Math.Max(inMember, 1))
        {
            yield return new WiderChange(
                $"Use the {owner}'s spelling in this file", $"{GetType().Name}.File", code => Respell(code, [.. FindCalls(code)]));
        }
    }

    private FixContext Respell(FixContext context, ImmutableArray<HelperCall> calls) => RespelledCalls.ApplyAll(context, calls, Create);

    /// <summary>The calls of the file that could be written in the other spelling.</summary>
    private IEnumerable<HelperCall> FindCalls(FixContext context)
    {
        var spelling = Create(context);
        return context.Root.DescendantNodes()
            .Select(node => HelperCall.Read(context, node))
            .OfType<HelperCall>()
            .Where(call => spelling.Find(call).Any());
    }

    private static string Describe(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => $"`{method.Identifier.ValueText}`",
        PropertyDeclarationSyntax property => $"`{property.Identifier.ValueText}`",
        _ => "this member",
    };
}
