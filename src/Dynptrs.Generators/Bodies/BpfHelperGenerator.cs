using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Bodies;

/// <summary>
/// Writes the bodies of static partial methods that carry <c>[BpfHelper]</c>: the checks that their contracts ask for, and the call of what
/// does the work.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class BpfHelperGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads the methods.</summary>
    internal const string HelpersStep = "HelperMethods";

    /// <summary>The step that puts the methods of a type together.</summary>
    internal const string BodiesStep = "HelperBodies";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var helpers = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                BodyParser.AttributeName,
                static (node, _) => node is MethodDeclarationSyntax { Body: null, ExpressionBody: null } method
                    && method.Modifiers.Any(SyntaxKind.PartialKeyword),
                static (attributed, _) =>
                    Parse((IMethodSymbol)attributed.TargetSymbol, attributed.Attributes[0], attributed.SemanticModel.Compilation))
            .Where(static helper => helper is not null)
            .WithTrackingName(HelpersStep);

        var bodies = helpers.Collect()
            .SelectMany(static (all, _) => all
                .GroupBy(helper => helper!.Value.Frame)
                .Select(type => new HelperBodies(type.Key, new EquatableArray<HelperBody>([.. type.Select(helper => helper!.Value.Body)])))
                .ToImmutableArray())
            .WithTrackingName(BodiesStep);

        context.RegisterFiles(bodies, static helpers => helpers.Frame, "BpfHelper", static helpers => BodyWriter.Write(helpers));
    }

    private static (TypeFrame Frame, HelperBody Body)? Parse(IMethodSymbol method, AttributeData attribute, Compilation compilation) =>
        BodyParser.IsTarget(method) && new BodyParser(method, attribute, report: null).TryParse() is { } body
            ? (TypeFrameReader.Read(method.ContainingType, attribute, compilation), body)
            : null;
}
