using System;
using System.Collections.Immutable;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Objects;

/// <summary>Reports why a class that carries <c>[BpfObject]</c>, or a program in it, has no place in a skeleton.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BpfObjectAnalyzer : AttributedTypeAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public BpfObjectAnalyzer()
        : base(ObjectParser.AttributeName)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [GeneratorDiagnostics.CannotFill, GeneratorDiagnostics.WrongProgram, GeneratorDiagnostics.TakenName];

    private protected override void Analyze(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        Action<Diagnostic> report) =>
        ObjectParser.TryParse(type, attribute, compilation, report);
}
