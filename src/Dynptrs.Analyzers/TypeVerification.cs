using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Verifier;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers;

/// <summary>The verification of the methods of one named type, all its parts included.</summary>
internal sealed class TypeVerification(INamedTypeSymbol type, CompilationLowering lowering)
{
    private readonly ConcurrentBag<IMethodSymbol> _methods = [];

    /// <summary>Adds a method whose body is worth verifying.</summary>
    public void Add(IMethodSymbol method) => _methods.Add(method);

    /// <summary>Verifies the methods that are verified on their own, in the order of the source, and reports what is wrong.</summary>
    public void Report(Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (_methods.IsEmpty)
            return;
        var reported = new HashSet<(string Rule, Location Place)>();
        foreach (var method in _methods.OrderBy(Position))
        {
            var reference = lowering.Function(method, lowering.Known.Has(method, ContractAttribute.BpfProgram));
            if (reference.IsVerifiedAlone)
                Verify(reference);
        }

        void Verify(LoweredFunctionReference reference)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference.Resolve() is not { } function)
                return;
            foreach (var diagnostic in DiagnosticFactory.Create(DynptrVerifier.Verify(function, VerifierOptions.Default, cancellationToken).Findings, IsInType))
            {
                if (reported.Add((diagnostic.Id, diagnostic.Location)))
                    report(diagnostic);
            }

            foreach (var nested in reference.Nested)
            {
                if (nested.IsVerifiedAlone)
                    Verify(nested);
            }
        }
    }

    private static (string Path, int Start) Position(IMethodSymbol method) => method.DeclaringSyntaxReferences is [var reference, ..]
        ? (reference.SyntaxTree.FilePath, reference.Span.Start)
        : ("", 0);

    private bool IsInType(SyntaxNode node)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            if (part.SyntaxTree == node.SyntaxTree && part.Span.Contains(node.Span))
                return true;
        }

        return false;
    }
}
