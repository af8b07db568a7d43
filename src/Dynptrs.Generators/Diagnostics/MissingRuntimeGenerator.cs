using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Generators.Diagnostics;

/// <summary>
/// Reports attributes that ask for generated code in a project without a reference to the runtime. A generator does it, because a build
/// with an unknown name in a declaration ends before analyzers run.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MissingRuntimeGenerator : IIncrementalGenerator
{
    private const string Suffix = "Attribute";

    private static readonly ImmutableDictionary<string, string> Contents = ImmutableDictionary<string, string>.Empty
        .Add("BpfHelpers", "helper stubs")
        .Add("BpfHelper", "the body of a helper")
        .Add("BpfStruct", "struct views")
        .Add("BpfObject", "a skeleton");

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var attributes = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is AttributeSyntax attribute && Contents.ContainsKey(NameOf(attribute)),
                static (found, cancellationToken) => TryRead(found, cancellationToken))
            .Where(static attribute => attribute is not null);

        context.RegisterSourceOutput(attributes, static (production, attribute) => production.ReportDiagnostic(Diagnostic.Create(
            GeneratorDiagnostics.CannotFill,
            attribute!.Locate(),
            attribute.Target,
            attribute.Content,
            $"the project has no reference to Dynptrs.Runtime, which declares `[{attribute.Name}]`; reference the package DynptrAnalyzers without leaving out assets")));
    }

    private static UnknownAttribute? TryRead(GeneratorSyntaxContext found, CancellationToken cancellationToken)
    {
        var attribute = (AttributeSyntax)found.Node;
        var name = NameOf(attribute);
        if (found.SemanticModel.Compilation.GetTypeByMetadataName($"Dynptrs.{name}{Suffix}") is not null)
            return null;
        // An attribute of that name may be somebody else's.
        var symbol = found.SemanticModel.GetSymbolInfo(attribute, cancellationToken);
        if (symbol.Symbol is not null || !symbol.CandidateSymbols.IsEmpty)
            return null;
        return TargetOf(attribute) is { } target
            ? new UnknownAttribute(
                target, Contents[name], name, attribute.SyntaxTree.FilePath, attribute.Span, attribute.GetLocation().GetLineSpan().Span)
            : null;
    }

    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith(Suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    private static string? TargetOf(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.PartialKeyword) => method.Identifier.ValueText,
        _ => null,
    };
}
