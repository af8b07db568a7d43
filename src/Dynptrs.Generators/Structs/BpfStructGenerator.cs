using Dynptrs.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
                static (node, _) => node.RawKind is (int)SyntaxKind.StructDeclaration or (int)SyntaxKind.RecordStructDeclaration,
                static (attributed, _) => FileNames.IsFirst(attributed)
                    ? StructParser.TryParse(
                        (INamedTypeSymbol)attributed.TargetSymbol,
                        attributed.Attributes[0],
                        attributed.SemanticModel.Compilation,
                        report: null)
                    : null)
            .Where(static view => view is not null)
            .WithTrackingName(StructsStep);

        context.RegisterFiles(structs, static view => view!.Frame, "BpfStruct", static view => StructWriter.Write(view!));
    }
}
