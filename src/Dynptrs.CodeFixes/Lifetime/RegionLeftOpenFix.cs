using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Statements;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>DYN017: leaves the region on the paths that leave it open.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegionLeftOpenFix)), Shared]
public sealed class RegionLeftOpenFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN017"];

    /// <summary>The exits, and last what enters the region.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Mistake.Read(diagnostic).IsElsewhere)
            return [];
        // Where nothing was entered, nothing says where control leaves.
        return Exits.FindAll(context.Root, diagnostic) is { IsEmpty: false } exits
            && Steps.Find(context.Root, diagnostic, StepLabel.Entered).LastOrDefault()?.FirstAncestorOrSelf<InvocationExpressionSyntax>()
                is { } entering
                ? exits.Add(entering)
                : [];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var leaving = FindLeaving(context, (InvocationExpressionSyntax)places[places.Length - 1]).ToImmutableArray();
        places = places.RemoveAt(places.Length - 1);
        if (BlockBody.Ensure(context, ref places) is not { } expanded)
            yield break;
        context = expanded;

        foreach (var way in leaving)
        {
            if (new ReleasePlacement(context, diagnostic, places, subject: "", way).Find() is { } after)
                yield return new Fix($"Call `{way.Method}` before leaving", nameof(RegionLeftOpenFix), after);
        }
    }

    /// <summary>The calls that leave what a call enters: of methods beside what is called, or on the same object.</summary>
    private static IEnumerable<Release> FindLeaving(FixContext context, InvocationExpressionSyntax call)
    {
        if (ContractArguments.Read(context, call) is not { Method: var entering } arguments
            || arguments.Contract.Regions.FirstOrDefault(use => use.Effect == RegionEffect.Enters) is not { } entered)
        {
            yield break;
        }

        var methods = entering.IsStatic || entering.ReducedFrom is not null
            ? new ContractMethods(context).Beside((entering.ReducedFrom ?? entering).ContainingType)
            : new ContractMethods(context).Members(entering.ContainingType, call.SpanStart);
        var names = new HashSet<string>();
        foreach (var (method, contract) in methods)
        {
            if (method.Parameters.Length == entering.Parameters.Length
                && contract.Regions.Any(use => use.Effect == RegionEffect.Leaves
                    && use.Region == entered.Region
                    && use.Parameter == entered.Parameter)
                && names.Add(method.Name))
            {
                yield return new Release(
                    method.Name, $"{ContractMethods.Qualify(call)}{method.Name}{call.ArgumentList.WithoutTrivia()};");
            }
        }
    }
}
