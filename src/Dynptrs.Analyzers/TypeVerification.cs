using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers;

/// <summary>The verification of the methods of one named type, or of one method of a type in several files.</summary>
internal sealed class TypeVerification(ISymbol scope, AnalyzedCompilation compilation)
{
    private readonly ConcurrentBag<IMethodSymbol> _methods = [];

    /// <summary>Adds a method whose body is worth verifying.</summary>
    public void Add(IMethodSymbol method) => _methods.Add(method);

    /// <summary>Verifies the methods that are verified on their own, in the order of the source, and reports what is wrong.</summary>
    public void Report(Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (_methods.IsEmpty)
            return;
        var reported = new ReportedDiagnostics();
        foreach (var method in _methods.OrderBy(Position))
        {
            foreach (var findings in compilation.Verdicts.Of(method, cancellationToken))
            {
                foreach (var diagnostic in DiagnosticFactory.Create(reported.New(findings), IsInScope))
                {
                    if (reported.Add(diagnostic))
                        report(diagnostic);
                }
            }
        }
    }

    private static (string Path, int Start) Position(IMethodSymbol method) => method.DeclaringSyntaxReferences is [var reference, ..]
        ? (reference.SyntaxTree.FilePath, reference.Span.Start)
        : ("", 0);

    private bool IsInScope(SyntaxNode node)
    {
        foreach (var part in scope.DeclaringSyntaxReferences)
        {
            if (part.SyntaxTree == node.SyntaxTree && part.Span.Contains(node.Span))
                return true;
        }

        return false;
    }
}
