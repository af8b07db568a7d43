using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Reach;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Stubs;

/// <summary>
/// Says of a call that finds no stub that the kernel which the class of stubs is written for lacks the helper: the compiler knows only that
/// there is none.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingStubAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GeneratorDiagnostics.NeedsNewerKernel];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(StubTargetParser.AttributeName) is not { } attribute)
                return;
            // An action on operations would have the compiler bind each body once more, whatever it looks for.
            var reach = FilesInReach.Of(start.Compilation, attribute, start.CancellationToken);
            if (reach.IsEmpty)
                return;
            ILookup<string, Helper>? helpers = null;
            start.RegisterSemanticModelAction(file =>
            {
                if (!reach.Contains(file.SemanticModel.SyntaxTree))
                    return;
                helpers ??= HelperCatalogue.Read(start.Compilation, file.CancellationToken).ToLookup(helper => helper.Name);
                Analyze(file, helpers, attribute);
            });
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, ILookup<string, Helper> helpers, INamedTypeSymbol attribute)
    {
        var (model, cancellationToken) = (context.SemanticModel, context.CancellationToken);
        foreach (var call in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (GetName(call) is { } name
                && helpers.Contains(name.Identifier.ValueText)
                && model.GetSymbolInfo(call, cancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true })
            {
                Analyze(context, call, name, [.. helpers[name.Identifier.ValueText]], attribute);
            }
        }
    }

    private static void Analyze(
        SemanticModelAnalysisContext context,
        InvocationExpressionSyntax call,
        SimpleNameSyntax name,
        ImmutableArray<Helper> versions,
        INamedTypeSymbol attribute)
    {
        var model = context.SemanticModel;
        foreach (var type in FindTypes(call, model, context.CancellationToken))
        {
            var data = type.GetAttributes()
                .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
            if (data is null
                || StubTargetParser.ReadSelection(data) is not { Kernel: { } kernel } selection
                || !versions.All(selection.IsTooNew))
            {
                continue;
            }

            var first = versions.OrderBy(helper => KernelVersion.TryParse(helper.Since)).First();
            context.ReportDiagnostic(Diagnostic.Create(
                GeneratorDiagnostics.NeedsNewerKernel,
                name.GetLocation(),
                FindVersion(data, context.CancellationToken),
                new MissingStub(first.Since).Write(),
                name.Identifier.ValueText,
                first.Since,
                type.Name,
                $"{kernel.Major}.{kernel.Minor}"));
            return;
        }
    }

    /// <summary>The version in the attribute, which the code fix raises.</summary>
    private static IEnumerable<Location> FindVersion(AttributeData data, CancellationToken cancellationToken) =>
        data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments }
            ? arguments
                .Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "Kernel"
                    && argument.Expression is LiteralExpressionSyntax)
                .Select(argument => argument.Expression.GetLocation())
            : [];

    internal static SimpleNameSyntax? GetName(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax { Name: var name } => name,
        _ => null,
    };

    /// <summary>
    /// The types in which the call looks for its method: the one that it names, or those around it and those whose static members are
    /// imported.
    /// </summary>
    private static IEnumerable<INamedTypeSymbol> FindTypes(
        InvocationExpressionSyntax call,
        SemanticModel model,
        CancellationToken cancellationToken)
    {
        if (call.Expression is MemberAccessExpressionSyntax access)
        {
            if (model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is INamedTypeSymbol named)
                yield return named;
            yield break;
        }

        for (var type = model.GetEnclosingSymbol(call.SpanStart, cancellationToken)?.ContainingType;
            type is not null;
            type = type.ContainingType)
        {
            yield return type;
        }

        foreach (var scope in model.GetImportScopes(call.SpanStart, cancellationToken))
        {
            foreach (var import in scope.Imports)
            {
                if (import.NamespaceOrType is INamedTypeSymbol imported)
                    yield return imported;
            }
        }
    }
}
