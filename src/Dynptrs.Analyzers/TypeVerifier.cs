using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers;

/// <summary>The one way to the verification of a type: the compiler leads the analyzer along its files, a code fix goes it at once.</summary>
internal sealed class TypeVerifier(AnalyzedCompilation compilation)
{
    /// <summary>Verifies the types, or the parts of types, that a file declares.</summary>
    /// <remarks>
    /// An editor analyses file by file, and a compiler is asked here for the bodies of the files alone that have anything to do with
    /// contracts: an action on operations would have it bind each body of the compilation once more.
    /// </remarks>
    public void Verify(SemanticModelAnalysisContext context)
    {
        var (model, cancellationToken) = (context.SemanticModel, context.CancellationToken);
        var showsPath = compilation.Options?.Of(model.SyntaxTree).ShowsPath == true;
        var verified = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in FindTypes(model, cancellationToken))
        {
            if (verified.Add(type) && IsVerified(type))
                Verify(type, model.SyntaxTree, showsPath ? ReportWithPath : context.ReportDiagnostic, cancellationToken);
        }

        void ReportWithPath(Diagnostic diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
            foreach (var step in PathDiagnostics.Of(diagnostic))
                context.ReportDiagnostic(step);
        }
    }

    /// <summary>What is reported of a type.</summary>
    public ImmutableArray<Diagnostic> Verify(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!IsVerified(type))
            return [];
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in type.DeclaringSyntaxReferences.Select(part => part.SyntaxTree).Distinct())
            Verify(type, file, diagnostics.Add, cancellationToken);
        return diagnostics.ToImmutable();
    }

    /// <summary>The types that a file declares, at least in part, also those that are nested.</summary>
    public static IEnumerable<INamedTypeSymbol> FindTypes(SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        if (root is CompilationUnitSyntax unit
            && unit.Members.Any(member => member is GlobalStatementSyntax)
            && model.GetDeclaredSymbol(unit, cancellationToken) is { } main)
        {
            yield return main.ContainingType;
        }

        foreach (var declaration in root.DescendantNodes(HoldsTypes).OfType<TypeDeclarationSyntax>())
        {
            if (model.GetDeclaredSymbol(declaration, cancellationToken) is { } type)
                yield return type;
        }
    }

    private static bool HoldsTypes(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private void Verify(INamedTypeSymbol type, SyntaxTree file, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var verification = new TypeVerification(type, file, compilation);
        foreach (var member in type.GetMembers())
        {
            if (MethodBodies.File(member, cancellationToken) == file)
                verification.Add(member, compilation.Bodies.Operations(member, cancellationToken));
        }

        verification.Report(report, cancellationToken);
    }

    /// <summary>What is inside an owner or a view implements the contracts of its members; they are trusted, not verified.</summary>
    private bool IsVerified(INamedTypeSymbol type) => !compilation.IsImplementation(type);
}
