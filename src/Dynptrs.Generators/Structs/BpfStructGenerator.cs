using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Generators.Structs;

/// <summary>Fills a struct that carries <c>[BpfStruct]</c> with its size, the offsets of its fields, accessors and a text.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class BpfStructGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads the structs.</summary>
    internal const string StructsStep = "Structs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var structs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                StructParser.AttributeName,
                static (node, _) => node is StructDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, _) => StructParser.TryParse((INamedTypeSymbol)attributed.TargetSymbol, attributed.Attributes[0], attributed.SemanticModel.Compilation, report: null))
            .Where(static view => view is not null)
            .WithTrackingName(StructsStep);

        context.RegisterSourceOutput(structs, static (production, view) =>
            production.AddSource(view!.Frame.HintName + ".BpfStruct.g.cs", SourceText.From(StructWriter.Write(view), Encoding.UTF8)));
    }
}
