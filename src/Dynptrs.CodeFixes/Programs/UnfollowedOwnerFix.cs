using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Programs;

/// <summary>DYN030: puts on the parameter of an interface or a virtual method the contract that its implementations keep.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnfollowedOwnerFix)), Shared]
public sealed class UnfollowedOwnerFix : ContractFixProvider
{
    private const string Borrowed = "Borrowed";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN030"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        FindMistake<ArgumentSyntax>(context, diagnostic);

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var argument = (ArgumentSyntax)places[0];
        if (argument.Parent?.Parent is not InvocationExpressionSyntax call
            || context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol
                is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || ContractArguments.FindParameter(method, call, argument)?.OriginalDefinition
                is not IParameterSymbol { RefKind: RefKind.Ref or RefKind.In } parameter
            || parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.CancellationToken)).FirstOrDefault()
                is not ParameterSyntax declared
            || !context.Contains(declared.SyntaxTree))
        {
            yield break;
        }

        foreach (var (contract, key) in Contracts(parameter, KindOfHeld(Mistake.Read(diagnostic))))
        {
            var after = Declare(context, declared, contract);
            if (Verdict.Compare(context, argument, after).FixesAlone(diagnostic) && Keep(context, after, method))
            {
                yield return new Fix(
                    $"Say that `{parameter.Name}` is [{contract}] in `{method.Name}`", $"{nameof(UnfollowedOwnerFix)}.{key}", after);
            }
        }
    }

    private static string? KindOfHeld(Mistake mistake) => mistake.Held.FirstOrDefault(held => held.Subject == mistake.Subject).Kind;

    private static IEnumerable<(string Contract, string Key)> Contracts(IParameterSymbol parameter, string? kind)
    {
        yield return (Borrowed, Borrowed);
        if (parameter.RefKind == RefKind.Ref)
            yield return (kind is null ? "Releases" : $"Releases({SymbolDisplay.FormatLiteral(kind, quote: true)})", "Releases");
    }

    private static FixContext Declare(FixContext context, ParameterSyntax declared, string contract)
    {
        var list = SyntaxFactory.ParseCompilationUnit($"[Dynptrs.{contract}] class C;").Members[0].AttributeLists[0];
        var name = list.Attributes[0].Name;
        var place = declared.SpanStart;
        var model = context.Model.Compilation.GetSemanticModel(declared.SyntaxTree);
        if (model.GetSpeculativeTypeInfo(place, ((QualifiedNameSyntax)name).Right, SpeculativeBindingOption.BindAsTypeOrNamespace).Type
            is { TypeKind: not TypeKind.Error }
            || IsImported(model, place))
        {
            list = list.ReplaceNode(name, ((QualifiedNameSyntax)name).Right);
        }

        var changed = declared
            .WithoutLeadingTrivia()
            .AddAttributeLists(list.WithTrailingTrivia(SyntaxFactory.Space))
            .WithLeadingTrivia(declared.GetLeadingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
        return context.With(declared.SyntaxTree, declared.SyntaxTree.GetRoot(context.CancellationToken).ReplaceNode(declared, changed));
    }

    private static bool IsImported(SemanticModel model, int place) =>
        model.LookupNamespacesAndTypes(place, name: Borrowed + "Attribute").Length > 0;

    /// <summary>Whether the methods that may be called there keep the contract: nothing is reported in their types that was not.</summary>
    private static bool Keep(FixContext before, FixContext after, IMethodSymbol method) =>
        TypesOf(before).Where(type => Implements(type, method)).All(type => Verdict.Compare(before, type, after).AddsNothing);

    private static bool Implements(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return type.AllInterfaces.Contains(method.ContainingType, SymbolEqualityComparer.Default);
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method.ContainingType.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(FixContext context)
    {
        var containers = new Stack<INamespaceOrTypeSymbol>([context.Model.Compilation.Assembly.GlobalNamespace]);
        while (containers.Count > 0)
        {
            foreach (var member in containers.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                containers.Push(member);
                if (member is INamedTypeSymbol type)
                    yield return type;
            }
        }
    }
}
