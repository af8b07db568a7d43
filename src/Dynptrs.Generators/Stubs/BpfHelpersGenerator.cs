using Dynptrs.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Stubs;

/// <summary>Fills a class that carries <c>[BpfHelpers]</c> with a stub for every helper that the runtime implements.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class BpfHelpersGenerator : IIncrementalGenerator
{
    /// <summary>The step that finds the classes to fill.</summary>
    internal const string TargetsStep = "Targets";

    /// <summary>The step that reads the helpers of the runtime.</summary>
    internal const string HelpersStep = "Helpers";

    /// <summary>The step that brings both together.</summary>
    internal const string StubsStep = "Stubs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var targets = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                StubTargetParser.AttributeName,
                static (node, _) => node is ClassDeclarationSyntax,
                static (attributed, _) => FileNames.IsFirst(attributed)
                    ? StubTargetParser.TryParse(
                        (INamedTypeSymbol)attributed.TargetSymbol, attributed.Attributes[0], attributed.SemanticModel.Compilation)
                    : null)
            .Where(static target => target is not null)
            .WithTrackingName(TargetsStep);

        var helpers = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => HelperCatalogue.Read(compilation, cancellationToken))
            .WithTrackingName(HelpersStep);

        var stubs = targets.Combine(helpers).WithTrackingName(StubsStep);

        context.RegisterFiles(
            stubs, static pair => pair.Left!.Frame, "BpfHelpers", static pair => StubWriter.Write(pair.Left!, pair.Right));
    }
}
