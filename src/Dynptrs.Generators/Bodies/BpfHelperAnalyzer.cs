using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Bodies;

/// <summary>Reports why the body of a partial method that carries <c>[BpfHelper]</c> cannot be written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BpfHelperAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [GeneratorDiagnostics.CannotFill, GeneratorDiagnostics.WrongHelper, GeneratorDiagnostics.WrongCheck];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // A partial method has the attributes of both its parts, so what the generator has written of it makes all of it count as
        // generated.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(BodyParser.AttributeName) is { } attribute)
                start.RegisterSymbolAction(symbol => Analyze(symbol, attribute), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attribute)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsPartialDefinition
            && IsUnwritten(method)
            && !UnfinishedDeclaration.Is(method)
            && !UnfinishedDeclaration.IsOpen(method.ContainingType)
            && method.GetAttributes()
                .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute))
                is { } data)
        {
            new BodyParser(method, data, context.ReportDiagnostic).TryParse();
        }
    }

    /// <summary>Whether nobody but the generator has written the body.</summary>
    private static bool IsUnwritten(IMethodSymbol method) =>
        method.PartialImplementationPart is not { } part || GeneratedMark.IsOn(part);
}
