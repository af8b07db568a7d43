using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Reach;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Generators.Stubs;

/// <summary>Reports what is asked of a helper that the runtime does not implement.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HelperNameAnalyzer : DiagnosticAnalyzer
{
    private const string AttributeName = "Dynptrs.HelperNameAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GeneratorDiagnostics.UnknownName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeName) is not { } attribute)
                return;
            var reach = FilesInReach.Of(start.Compilation, attribute, start.CancellationToken);
            if (reach.IsEmpty)
                return;
            var methods = new Lazy<HashSet<string>>(() => FindMethods(attribute));
            var helpers = new Lazy<ImmutableArray<string>>(() => ReadHelpers(start.Compilation));
            start.RegisterSemanticModelAction(file =>
            {
                if (reach.Contains(file.SemanticModel.SyntaxTree))
                    Analyze(file, attribute, methods.Value, helpers);
            });
        });
    }

    /// <summary>The names of the methods that take one: no other call is bound.</summary>
    private static HashSet<string> FindMethods(INamedTypeSymbol attribute) =>
    [
        .. HelperCatalogue.GetTypes(attribute.ContainingAssembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.Parameters.Any(parameter => Has(parameter, attribute)))
            .Select(method => method.Name),
    ];

    /// <summary>The names of all helpers, which are read where one is asked for.</summary>
    private static ImmutableArray<string> ReadHelpers(Compilation compilation) =>
        compilation.GetTypeByMetadataName(HelperCatalogue.AttributeName) is { } attribute ? HelperCatalogue.ReadNames(attribute) : [];

    private static void Analyze(
        SemanticModelAnalysisContext context, INamedTypeSymbol attribute, HashSet<string> methods, Lazy<ImmutableArray<string>> helpers)
    {
        var (model, cancellationToken) = (context.SemanticModel, context.CancellationToken);
        foreach (var call in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (MissingStubAnalyzer.GetName(call) is not { } name
                || !methods.Contains(name.Identifier.ValueText)
                || model.GetOperation(call, cancellationToken) is not IInvocationOperation invocation)
            {
                continue;
            }

            foreach (var argument in invocation.Arguments)
            {
                if (argument is { Parameter: { } parameter, Value: { ConstantValue: { HasValue: true, Value: string helper } } value }
                    && Has(parameter, attribute))
                {
                    Check(context, helpers.Value, invocation.TargetMethod.Name, helper, value.Syntax.GetLocation());
                }
            }
        }
    }

    private static void Check(
        SemanticModelAnalysisContext context, ImmutableArray<string> helpers, string method, string name, Location place)
    {
        if (helpers.IsEmpty || helpers.Contains(name))
            return;
        var suggestion = StubTargetParser.Suggest(name, helpers);
        context.ReportDiagnostic(Diagnostic.Create(
            GeneratorDiagnostics.UnknownName, place, method, $"\"{name}\", and the runtime has no such helper{suggestion}"));
    }

    private static bool Has(IParameterSymbol parameter, INamedTypeSymbol attribute) =>
        parameter.GetAttributes().Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
}
