using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers;

/// <summary>The verification of the part of a named type that a file has: most types are in one.</summary>
internal sealed class TypeVerification(INamedTypeSymbol type, SyntaxTree file, AnalyzedCompilation compilation)
{
    private readonly ConcurrentBag<ISymbol> _members = [];

    /// <summary>Adds a method, or a field or property that is given a value where it is declared, if it is worth verifying.</summary>
    public void Add(ISymbol member, ImmutableArray<IOperation> blocks)
    {
        if (compilation.Gate.IsWorthVerifying(member, blocks))
            _members.Add(member);
    }

    /// <summary>Verifies the members that are verified on their own, in the order of the source, and reports what is wrong.</summary>
    public void Report(Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (_members.IsEmpty)
            return;
        var reported = new ReportedDiagnostics();
        foreach (var member in _members.OrderBy(Position))
        {
            foreach (var findings in compilation.Verdicts.Of(member, cancellationToken))
            {
                foreach (var diagnostic in DiagnosticFactory.Create(reported.New(findings), IsInScope))
                {
                    if (reported.Add(diagnostic))
                        report(diagnostic);
                }
            }
        }
    }

    private static (string Path, int Start) Position(ISymbol member) => member.DeclaringSyntaxReferences is [var reference, ..]
        ? (reference.SyntaxTree.FilePath, reference.Span.Start)
        : ("", 0);

    private bool IsInScope(SyntaxNode node)
    {
        if (node.SyntaxTree != file)
            return false;
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            if (part.SyntaxTree == file && part.Span.Contains(node.Span))
                return true;
        }

        return false;
    }
}
