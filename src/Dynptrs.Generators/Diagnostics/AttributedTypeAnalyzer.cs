using System;
using System.Linq;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Diagnostics;

/// <summary>Reads the types that carry an attribute as the generator does, and reports what is wrong with them.</summary>
public abstract class AttributedTypeAnalyzer : DiagnosticAnalyzer
{
    private readonly string _attributeName;

    private protected AttributedTypeAnalyzer(string attributeName) => _attributeName = attributeName;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(_attributeName) is { } attribute)
                start.RegisterSymbolAction(symbol => Analyze(symbol, attribute), SymbolKind.NamedType);
        });
    }

    /// <summary>Parses a type.</summary>
    private protected abstract void Analyze(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        Action<Diagnostic> report);

    private void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attribute)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute))
            is { } data
            && !UnfinishedDeclaration.Is(type))
        {
            Analyze(type, data, context.Compilation, context.ReportDiagnostic);
        }
    }
}
