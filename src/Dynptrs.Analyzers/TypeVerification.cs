using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Verifier;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers;

/// <summary>The verification of the methods of one named type, or of one method of a type in several files.</summary>
internal sealed class TypeVerification(ISymbol scope, AnalyzedCompilation compilation)
{
    private static readonly VerifierOptions Defaults = VerifierOptions.Default with
    {
        ReportsOwn = static (function, finding) => ((LoweredFunctionReference)function).ReportsOwn(finding),
    };

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
            var program = compilation.Known.ProgramAttribute(method);
            var file = compilation.Options?.Of(method);
            if (program is null && file?.HostCode == HostCode.Off)
                continue;
            var reference = compilation.Function(method, program is not null);
            if (reference.IsRoot)
                Verify(reference, Options(program, file));
        }

        void Verify(LoweredFunctionReference reference, VerifierOptions options)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference.Resolve() is not { } function)
                return;
            var result = DynptrVerifier.Verify(function, options, cancellationToken);
            var findings = reported.New(result.Findings.AddRange(result.Suggestions).RemoveAll(finding => !options.IsReportedAtRoot(reference, finding)));
            foreach (var diagnostic in DiagnosticFactory.Create(findings, IsInScope))
            {
                if (reported.Add(diagnostic))
                    report(diagnostic);
            }

            foreach (var nested in reference.Nested)
            {
                if (nested.IsRoot)
                    Verify(nested, options);
            }
        }
    }

    private static VerifierOptions Options(AttributeData? program, FileOptions? file) => program is null
        ? Defaults
        : Defaults with
        {
            Program = program.ConstructorArguments is [{ Value: string section }] ? SectionTable.Find(section) : null,
            Kernel = file?.Kernel,
        };

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
