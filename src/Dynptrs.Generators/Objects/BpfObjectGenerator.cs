using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
                static (attributed, _) => ObjectParser.TryParse((INamedTypeSymbol)attributed.TargetSymbol, attributed.Attributes[0], report: null))
            .Where(static model => model is not null)
            .WithTrackingName(ObjectsStep);

        context.RegisterSourceOutput(objects, static (production, model) =>
            production.AddSource(model!.Frame.HintName + ".BpfObject.g.cs", SourceText.From(SkeletonWriter.Write(model), Encoding.UTF8)));
    }
}
