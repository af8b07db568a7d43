using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers;

/// <summary>The one way to the verification of a type: the compiler leads the analyzer along it, a code fix goes it at once.</summary>
internal sealed class TypeVerifier(AnalyzedCompilation compilation)
{
    /// <summary>Verifies types as the compiler goes through them.</summary>
    /// <remarks>
    /// An editor analyses file by file, and of a type in several files it comes to the end only when it has seen them all, which it may
    /// never: binding one part may declare members of another. So each file verifies the part that it has.
    /// </remarks>
    public void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterSymbolStartAction(VerifyAtEnd, SymbolKind.NamedType);
        context.RegisterSemanticModelAction(VerifyParts);
    }

    /// <summary>What is reported of a type.</summary>
    public ImmutableArray<Diagnostic> Verify(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!IsVerified(type))
            return [];
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in Files(type))
            Verify(type, file, diagnostics.Add, cancellationToken);
        return diagnostics.ToImmutable();
    }

    private void VerifyAtEnd(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!IsVerified(type) || Files(type) is not [var file])
            return;
        var verification = new TypeVerification(type, file, compilation);
        context.RegisterOperationBlockAction(blocks => verification.Add(blocks.OwningSymbol, blocks.OperationBlocks));
        context.RegisterSymbolEndAction(end => verification.Report(end.ReportDiagnostic, end.CancellationToken));
    }

    private void VerifyParts(SemanticModelAnalysisContext context)
    {
        var (model, cancellationToken) = (context.SemanticModel, context.CancellationToken);
        var verified = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in FindPartialTypes(model, cancellationToken))
        {
            if (verified.Add(type) && IsVerified(type) && Files(type).Length > 1)
                Verify(type, model.SyntaxTree, context.ReportDiagnostic, cancellationToken);
        }
    }

    /// <summary>The types in a file of which other files may have parts.</summary>
    private static IEnumerable<INamedTypeSymbol> FindPartialTypes(SemanticModel model, CancellationToken cancellationToken)
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
            if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                && model.GetDeclaredSymbol(declaration, cancellationToken) is { } type)
            {
                yield return type;
            }
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

    private static ImmutableArray<SyntaxTree> Files(INamedTypeSymbol type) =>
        [.. type.DeclaringSyntaxReferences.Select(part => part.SyntaxTree).Distinct()];
}
