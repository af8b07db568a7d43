using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Verifier;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers;

/// <summary>What is reported where a method is verified on its own: found once, for the method itself and for those that call it.</summary>
internal sealed class RootVerdicts(AnalyzedCompilation compilation)
{
    private readonly ProgramCallers _callers = new(compilation);
    private readonly ConcurrentDictionary<IMethodSymbol, Verdict> _verdicts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, Verdict> _programs = new(SymbolEqualityComparer.Default);
    private readonly ThreadLocal<HashSet<IMethodSymbol>> _running = new(() => new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
    private readonly VerifierOptions _defaults = VerifierOptions.Default with
    {
        IsReportedByRoot = static (function, finding) => ((LoweredFunctionReference)function).IsReported(finding),
    };

    /// <summary>
    /// What is reported of a method, its lambdas and its local functions: a list for each of them that is verified on its own.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public ImmutableArray<ImmutableArray<Finding>> Of(IMethodSymbol method, CancellationToken cancellationToken) =>
        Find(method, cancellationToken).Findings;

    /// <summary>
    /// Whether a mistake that a caller comes upon in a method is reported where that method is verified on its own. What that verification
    /// has not found, because only the caller's arguments lead there, is the caller's.
    /// </summary>
    /// <param name="method">The method, or a local function or lambda in it.</param>
    /// <param name="finding">What is wrong.</param>
    public bool Reports(IMethodSymbol method, Finding finding)
    {
        while (method.ContainingSymbol is IMethodSymbol outer)
            method = outer;
        // What is inside an owner or a view implements contracts: nothing is reported there, for no caller either.
        if (compilation.IsImplementation(method.ContainingType))
            return true;
        method = method.OriginalDefinition;
        // A method that gets back to itself is not finished yet.
        if (_running.Value.Contains(method) || !IsVerified(method))
            return false;
        // Suggestions are told only of what is accepted, and only once.
        return finding.Has(FindingTraits.Suggestion)
            || Find(method, compilation.CancellationToken).Mistakes.Contains((finding.GetType(), finding.Site));
    }

    /// <summary>Whether the analyzer verifies a method at all.</summary>
    private bool IsVerified(IMethodSymbol method) =>
        _verdicts.ContainsKey(method)
        || compilation.Gate.IsWorthVerifying(method, compilation.Bodies.Operations(method, compilation.CancellationToken));

    private Verdict Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_verdicts.TryGetValue(method, out var known))
            return known;
        var running = _running.Value;
        running.Add(method);
        try
        {
            var verdict = Confirm(method, Verify(method, _defaults, cancellationToken), cancellationToken);
            if (!verdict.IsEmpty && compilation.Checked != compilation && ReachesErrors(method, cancellationToken))
                verdict = compilation.Checked.Verdicts.Find(method, cancellationToken);
            // What was cut short by a method that is still being verified is found again.
            return running.Count == 1 ? _verdicts.GetOrAdd(method, verdict) : verdict;
        }
        finally
        {
            running.Remove(method);
        }
    }

    /// <summary>
    /// Keeps of the mistakes in a method that only programs call those that one of them makes, whatever else it might be given. It is the
    /// method that reports them, where they are.
    /// </summary>
    private Verdict Confirm(IMethodSymbol method, Verdict verdict, CancellationToken cancellationToken)
    {
        if (verdict.Mistakes.Count == 0 || _callers.Find(method, cancellationToken) is not { IsEmpty: false } programs)
            return verdict;
        var made = new HashSet<(Type, Site)>();
        foreach (var program in programs)
        {
            if (!_programs.TryGetValue(program, out var all))
                all = _programs.GetOrAdd(program, Verify(program, VerifierOptions.Default, cancellationToken));
            made.UnionWith(all.Mistakes);
        }

        return new Verdict(ImmutableArray.CreateRange(
            verdict.Findings,
            findings => findings.RemoveAll(finding => !IsMade(finding))));

        bool IsMade(Finding finding) => finding.Has(FindingTraits.Suggestion) || made.Contains((finding.GetType(), finding.Site));
    }

    private Verdict Verify(IMethodSymbol method, VerifierOptions common, CancellationToken cancellationToken)
    {
        var program = compilation.Known.ProgramAttribute(method);
        var file = compilation.Options?.Of(method);
        if (program is null && file?.HostCode == HostCode.Off)
            return Verdict.None;
        var reference = Reference(method);
        if (!reference.IsRoot)
            return Verdict.None;
        var found = ImmutableArray.CreateBuilder<ImmutableArray<Finding>>();
        Verify(reference, Options(method, common, program, file));
        var verdict = new Verdict(found.ToImmutable());
        return verdict.IsEmpty || compilation.Checked != compilation || !reference.ReachesErrors(cancellationToken)
            ? verdict
            : verdict.WithoutWhole();

        void Verify(LoweredFunctionReference function, VerifierOptions options)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (function.Resolve() is not { } body)
                return;
            var result = DynptrVerifier.Verify(body, options, cancellationToken);
            var findings = result.Findings.AddRange(result.Suggestions);
            found.Add(program is null && file is not null ? findings.RemoveAll(finding => !file.Reports(finding)) : findings);
            foreach (var nested in function.Nested)
            {
                if (nested.IsRoot)
                    Verify(nested, options with { Program = options.Program?.ForFunction() });
            }
        }
    }

    private MethodReference Reference(IMethodSymbol method) => compilation.Function(method, compilation.Known.ProgramAttribute(method) is not null);

    private bool ReachesErrors(IMethodSymbol method, CancellationToken cancellationToken) =>
        Reference(method).ReachesErrors(cancellationToken);

    private VerifierOptions Options(IMethodSymbol method, VerifierOptions common, AttributeData? program, FileOptions? file) =>
        program is null
            ? common
            : common with
            {
                Program = program.ConstructorArguments is [{ Value: string section }] && SectionTable.Find(section) is { } facts
                    ? facts with { License = compilation.Known.License(method) }
                    : null,
                Kernel = file?.Kernel,
            };

    /// <summary>The verdict on one method.</summary>
    /// <param name="findings">What is reported, a list for each function of it.</param>
    private sealed class Verdict(ImmutableArray<ImmutableArray<Finding>> findings)
    {
        private HashSet<(Type, Site)>? _mistakes;

        public static Verdict None { get; } = new(ImmutableArray<ImmutableArray<Finding>>.Empty);

        public ImmutableArray<ImmutableArray<Finding>> Findings { get; } = findings;

        public bool IsEmpty => Mistakes.Count == 0;

        /// <summary>What holds also where paths end early, since what comes behind does not compile yet.</summary>
        public Verdict WithoutWhole() => new(ImmutableArray.CreateRange(
            Findings,
            list => list.RemoveAll(finding => finding.Has(FindingTraits.Suggestion) || finding.Has(FindingTraits.OfLoop))));

        public HashSet<(Type Kind, Site Site)> Mistakes
        {
            get
            {
                if (_mistakes is null)
                {
                    var mistakes = new HashSet<(Type, Site)>();
                    foreach (var list in Findings)
                    {
                        foreach (var finding in list)
                            mistakes.Add((finding.GetType(), finding.Site));
                    }

                    _mistakes = mistakes;
                }

                return _mistakes;
            }
        }
    }
}
