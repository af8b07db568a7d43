using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
                static (attributed, _) => StubTargetParser.TryParse((INamedTypeSymbol)attributed.TargetSymbol, attributed.Attributes[0]))
            .Where(static target => target is not null)
            .WithTrackingName(TargetsStep);

        var helpers = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => HelperCatalogue.Read(compilation, cancellationToken))
            .WithTrackingName(HelpersStep);

        var stubs = targets.Combine(helpers).WithTrackingName(StubsStep);

        context.RegisterSourceOutput(stubs, static (production, pair) =>
            production.AddSource(pair.Left!.Frame.HintName + ".BpfHelpers.g.cs", SourceText.From(StubWriter.Write(pair.Left, pair.Right), Encoding.UTF8)));
    }
}
