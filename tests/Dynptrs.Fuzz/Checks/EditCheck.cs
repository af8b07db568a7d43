using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Fuzz.Checks;

/// <summary>Asks for fixes and refactorings, and makes some of the changes that are offered.</summary>
internal sealed class EditCheck(Document document, int errors, Random random, ImmutableArray<Fault>.Builder faults)
{
    private const int MaxDiagnostics = 3;
    private const int MaxPlaces = 2;

    public async Task RunAsync(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.OrderBy(_ => random.Next()).Take(MaxDiagnostics))
        {
            foreach (var provider in FuzzProject.Fixes.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
                await FixAsync(provider, diagnostic);
        }

        var root = (await document.GetSyntaxRootAsync())!;
        var calls = root.DescendantNodes().OfType<InvocationExpressionSyntax>().OrderBy(_ => random.Next()).Take(MaxPlaces).ToList();
        foreach (var call in calls)
        {
            foreach (var provider in FuzzProject.Refactorings)
                await RefactorAsync(provider, call);
        }
    }

    private async Task FixAsync(CodeFixProvider provider, Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        try
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            faults.Add(Fault.Of(provider.GetType().Name, exception));
        }

        await TryAsync(provider.GetType().Name, actions.ToImmutable());
    }

    private async Task RefactorAsync(CodeRefactoringProvider provider, InvocationExpressionSyntax call)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        try
        {
            await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, call.Expression.Span, actions.Add, default));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            faults.Add(Fault.Of(provider.GetType().Name, exception));
        }

        await TryAsync(provider.GetType().Name, actions.ToImmutable());
    }

    private async Task TryAsync(string provider, ImmutableArray<CodeAction> actions)
    {
        if (actions.IsEmpty)
            return;
        var action = actions[random.Next(actions.Length)];
        try
        {
            var operations = await action.GetOperationsAsync(default);
            foreach (var change in operations.OfType<ApplyChangesOperation>())
            {
                var model = (await change.ChangedSolution.GetDocument(document.Id)!.GetSemanticModelAsync())!;
                var after = model.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
                if (after.Count > errors)
                    faults.Add(new Fault($"{provider} adds {after[^1].Id}", $"{action.Title}\n{string.Join("\n", after.Take(5))}"));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            faults.Add(Fault.Of(provider, exception));
        }
    }
}
