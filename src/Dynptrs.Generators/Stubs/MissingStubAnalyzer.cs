using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
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
            // Code that compiles has no such operation, so it costs nothing there.
            if (start.Compilation.GetTypeByMetadataName(StubTargetParser.AttributeName) is { } attribute)
                start.RegisterOperationAction(operation => Analyze(operation, attribute), OperationKind.Invalid);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol attribute)
    {
        if (context.Operation is not { Syntax: InvocationExpressionSyntax call, SemanticModel: { } model } || GetName(call) is not { } name)
            return;
        var versions = HelperCatalogue.Read(model.Compilation, context.CancellationToken)
            .Where(helper => helper.Name == name.Identifier.ValueText)
            .ToImmutableArray();
        if (versions.IsEmpty)
            return;
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

    private static SimpleNameSyntax? GetName(InvocationExpressionSyntax call) => call.Expression switch
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
