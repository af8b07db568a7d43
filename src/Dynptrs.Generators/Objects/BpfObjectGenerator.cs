using Dynptrs.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Objects;

/// <summary>Adds a skeleton to a class that carries <c>[BpfObject]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class BpfObjectGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads the objects.</summary>
    internal const string ObjectsStep = "Objects";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var objects = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ObjectParser.AttributeName,
                static (node, _) => node is ClassDeclarationSyntax,
                static (attributed, _) => FileNames.IsFirst(attributed)
                    ? ObjectParser.TryParse(
                        (INamedTypeSymbol)attributed.TargetSymbol,
                        attributed.Attributes[0],
                        attributed.SemanticModel.Compilation,
                        report: null)
                    : null)
            .Where(static model => model is not null)
            .WithTrackingName(ObjectsStep);

        context.RegisterFiles(objects, static model => model!.Frame, "BpfObject", static model => SkeletonWriter.Write(model!));
    }
}
