using System;
using System.Collections.Immutable;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Structs;

/// <summary>Reports what is wrong with a struct that carries <c>[BpfStruct]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BpfStructAnalyzer : AttributedTypeAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public BpfStructAnalyzer()
        : base(StructParser.AttributeName)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        GeneratorDiagnostics.CannotFill,
        GeneratorDiagnostics.HiddenPadding,
        GeneratorDiagnostics.NoSharedLayout,
        GeneratorDiagnostics.WrongFieldAttribute,
    ];

    private protected override void Analyze(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        Action<Diagnostic> report) =>
        StructParser.TryParse(type, attribute, compilation, report);
}
