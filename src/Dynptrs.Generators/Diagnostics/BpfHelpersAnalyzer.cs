using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Generators.Models;
using Dynptrs.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Diagnostics;

/// <summary>Reports why a class that carries <c>[BpfHelpers]</c> cannot be filled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BpfHelpersAnalyzer : DiagnosticAnalyzer
{
    private const string Pages = "https://github.com/dynptr-analyzers/DynptrAnalyzers/blob/main/docs/rules/";

    private static readonly DiagnosticDescriptor CannotFill = new(
        "DYN050",
        "Class of helper stubs cannot be filled",
        "'{0}' cannot be filled with helper stubs: {1}",
        "Dynptr.Generator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN050.md");

    private static readonly DiagnosticDescriptor UnknownKernel = new(
        "DYN051",
        "Kernel version is not understood",
        "'{0}' is no kernel version: write major and minor, such as \"6.18\"",
        "Dynptr.Generator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN051.md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CannotFill, UnknownKernel];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(TargetParser.AttributeName) is { } attribute)
                start.RegisterSymbolAction(symbol => Analyze(symbol, attribute), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attribute)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var data = type.GetAttributes().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
        if (data is null)
            return;
        if (!type.IsStatic)
            Report(context, CannotFill, type, type.Name, "it must be static");
        else if (TargetParser.FindObstacle(type) is { } obstacle)
            Report(context, CannotFill, type, type.Name, $"'{obstacle.Name}' must be {(obstacle.IsGenericType ? "a type without type parameters" : "partial")}");
        if (TargetParser.GetKernel(data) is { } kernel && KernelVersion.TryParse(kernel) is null)
        {
            var location = data.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? type.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(UnknownKernel, location, kernel));
        }
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor descriptor, INamedTypeSymbol type, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, type.Locations[0], arguments));
}
