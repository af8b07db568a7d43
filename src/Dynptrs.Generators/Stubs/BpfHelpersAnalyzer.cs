using System;
using System.Collections.Immutable;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Stubs;

/// <summary>Reports why a class that carries <c>[BpfHelpers]</c> cannot be filled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BpfHelpersAnalyzer : AttributedTypeAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public BpfHelpersAnalyzer()
        : base(StubTargetParser.AttributeName)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        GeneratorDiagnostics.CannotFill,
        GeneratorDiagnostics.UnknownKernel,
        GeneratorDiagnostics.UnknownName,
        GeneratorDiagnostics.TakenName,
    ];

    private protected override void Analyze(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        Action<Diagnostic> report) =>
        StubTargetParser.Check(type, attribute, compilation, report);
}
