using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers;

/// <summary>The one way to the verification of a type: the compiler leads the analyzer along it, a code fix goes it at once.</summary>
internal sealed class TypeVerifier(AnalyzedCompilation compilation)
{
    /// <summary>Verifies a type as the compiler goes through it.</summary>
    public void Register(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!IsVerified(type))
            return;
        if (IsInSeveralFiles(type))
        {
            context.RegisterOperationBlockAction(blocks =>
                VerifyAlone(blocks.OwningSymbol, blocks.OperationBlocks, blocks.ReportDiagnostic, blocks.CancellationToken));
            return;
        }

        var verification = new TypeVerification(type, compilation);
        context.RegisterOperationBlockAction(blocks => Add(verification, blocks.OwningSymbol, blocks.OperationBlocks));
        context.RegisterSymbolEndAction(end => verification.Report(end.ReportDiagnostic, end.CancellationToken));
    }

    /// <summary>What is reported of a type.</summary>
    public ImmutableArray<Diagnostic> Verify(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!IsVerified(type))
            return [];
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var isAlone = IsInSeveralFiles(type);
        var verification = new TypeVerification(type, compilation);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            var blocks = compilation.Bodies.Operations(method, cancellationToken);
            if (isAlone)
                VerifyAlone(method, blocks, diagnostics.Add, cancellationToken);
            else
                Add(verification, method, blocks);
        }

        verification.Report(diagnostics.Add, cancellationToken);
        return diagnostics.ToImmutable();
    }

    /// <summary>What is inside an owner or a view implements the contracts of its members; they are trusted, not verified.</summary>
    private bool IsVerified(INamedTypeSymbol type) => !compilation.IsImplementation(type);

    private void Add(TypeVerification verification, ISymbol member, ImmutableArray<IOperation> blocks)
    {
        if (member is IMethodSymbol method && compilation.Gate.IsWorthVerifying(method, blocks))
            verification.Add(method);
    }

    /// <summary>
    /// Verifies one method at once. An editor analyses file by file, and of a type in several files it comes to the end only
    /// when it has seen them all, which it may never: binding one part may declare members of another.
    /// </summary>
    private void VerifyAlone(
        ISymbol member,
        ImmutableArray<IOperation> blocks,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        var verification = new TypeVerification((member as IMethodSymbol)?.PartialImplementationPart ?? member, compilation);
        Add(verification, member, blocks);
        verification.Report(report, cancellationToken);
    }

    private static bool IsInSeveralFiles(INamedTypeSymbol type)
    {
        var parts = type.DeclaringSyntaxReferences;
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].SyntaxTree != parts[0].SyntaxTree)
                return true;
        }

        return false;
    }
}
