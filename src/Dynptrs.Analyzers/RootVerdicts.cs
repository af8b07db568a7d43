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

/// <summary>What is reported where a member is verified on its own: found once, for the member itself and for those that call it.</summary>
internal sealed class RootVerdicts(AnalyzedCompilation compilation)
{
    private readonly ProgramCallers _callers = new(compilation);
    private readonly ConcurrentDictionary<ISymbol, Verdict> _verdicts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, Verdict> _programs = new(SymbolEqualityComparer.Default);
    private readonly ThreadLocal<HashSet<ISymbol>> _running = new(() => new HashSet<ISymbol>(SymbolEqualityComparer.Default));
    private readonly VerifierOptions _defaults = VerifierOptions.Default with
    {
        IsReportedByRoot = static (function, finding) => ((LoweredFunctionReference)function).IsReported(finding),
    };

    /// <summary>
    /// What is reported of a member, its lambdas and its local functions: a list for each of them that is verified on its own.
    /// </summary>
    /// <param name="member">A method, or a field or property that is declared with a value.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public ImmutableArray<ImmutableArray<Finding>> Of(ISymbol member, CancellationToken cancellationToken) =>
        Find(member, cancellationToken).Findings;

    /// <summary>
    /// Whether a mistake that a caller comes upon in a function is reported where that function is verified on its own. What that
    /// verification has not found, because only the caller's arguments lead there, is the caller's.
    /// </summary>
    /// <param name="function">A member, or a local function or lambda in it.</param>
    /// <param name="finding">What is wrong.</param>
    public bool Reports(ISymbol function, Finding finding)
    {
        var member = MemberAround(function);
        // What is inside an owner or a view implements contracts: nothing is reported there, for no caller either.
        if (compilation.IsImplementation(member.ContainingType))
            return true;
        // A method that gets back to itself is not finished yet.
        if (_running.Value.Contains(member) || !IsVerified(member))
            return false;
        // Suggestions are told only of what is accepted, and only once.
        return finding.Has(FindingTraits.Suggestion)
            || Find(member, compilation.CancellationToken).Mistakes.Contains((finding.GetType(), finding.Site));
    }

    /// <summary>The definition of the member that a function is, or is in.</summary>
    private static ISymbol MemberAround(ISymbol function)
    {
        var member = function;
        while (member is IMethodSymbol { ContainingSymbol: not INamedTypeSymbol and var outer })
            member = outer;
        // What is in the value of an automatic property is in its field.
        return (member as IFieldSymbol)?.AssociatedSymbol ?? member.OriginalDefinition;
    }

    /// <summary>Whether the analyzer verifies a member at all.</summary>
    private bool IsVerified(ISymbol member) =>
        _verdicts.ContainsKey(member)
        || compilation.Gate.IsWorthVerifying(member, compilation.Bodies.Operations(member, compilation.CancellationToken));

    private Verdict Find(ISymbol member, CancellationToken cancellationToken)
    {
        if (_verdicts.TryGetValue(member, out var known))
            return known;
        var running = _running.Value;
        running.Add(member);
        try
        {
            var verdict = Confirm(member, Verify(member, _defaults, cancellationToken), cancellationToken);
            if (!verdict.IsEmpty && compilation.Checked != compilation && Reference(member).ReachesErrors(cancellationToken))
                verdict = compilation.Checked.Verdicts.Find(member, cancellationToken);
            // What was cut short by a method that is still being verified is found again.
            return running.Count == 1 ? _verdicts.GetOrAdd(member, verdict) : verdict;
        }
        finally
        {
            running.Remove(member);
        }
    }

    /// <summary>
    /// Keeps of the mistakes in a method that only programs call those that one of them makes, whatever else it might be given. It is the
    /// method that reports them, where they are.
    /// </summary>
    private Verdict Confirm(ISymbol member, Verdict verdict, CancellationToken cancellationToken)
    {
        if (verdict.Mistakes.Count == 0 || member is not IMethodSymbol method || _callers.Find(method, cancellationToken) is not { IsEmpty: false } programs)
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

    private Verdict Verify(ISymbol member, VerifierOptions common, CancellationToken cancellationToken)
    {
        var method = member as IMethodSymbol;
        var program = method is null ? null : compilation.Known.ProgramAttribute(method);
        var file = compilation.Options?.Of(member);
        if (program is null && file?.HostCode == HostCode.Off)
            return Verdict.None;
        var reference = Reference(member);
        if (!reference.IsRoot)
            return Verdict.None;
        var found = ImmutableArray.CreateBuilder<ImmutableArray<Finding>>();
        Verify(reference, method is null || program is null ? common : Options(method, common, program, file), ImmutableHashSet<FunctionReference>.Empty);
        var verdict = new Verdict(found.ToImmutable());
        return verdict.IsEmpty || compilation.Checked != compilation || !reference.ReachesErrors(cancellationToken)
            ? verdict
            : verdict.WithoutWhole();

        void Verify(LoweredFunctionReference function, VerifierOptions options, ImmutableHashSet<FunctionReference> followed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (function.Resolve() is not { } body)
                return;
            // A delegate does not leave a program: its calls judge what it runs, which is reported with what makes them.
            if (body is not { IsProgramCode: true, Contract: null } || !followed.Contains(function))
            {
                var result = DynptrVerifier.Verify(body, options, cancellationToken);
                var findings = result.Findings.AddRange(result.Suggestions);
                found.Add(program is null && file is not null ? findings.RemoveAll(finding => !file.Reports(finding)) : findings);
                followed = followed.Union(result.Followed);
            }

            foreach (var nested in function.Nested)
            {
                if (nested.IsRoot)
                    Verify(nested, options with { Program = options.Program?.ForFunction() }, followed);
            }
        }
    }

    private LoweredFunctionReference Reference(ISymbol member) => member is IMethodSymbol method
        ? compilation.Function(method, compilation.Known.ProgramAttribute(method) is not null)
        : compilation.Initializer(member, isProgramCode: false);

    private VerifierOptions Options(IMethodSymbol method, VerifierOptions common, AttributeData program, FileOptions? file) =>
        common with
        {
            Program = program.ConstructorArguments is [{ Value: string section }] && SectionTable.Find(section) is { } facts
                ? facts with { License = compilation.Known.License(method) }
                : null,
            Kernel = file?.Kernel,
        };

    /// <summary>The verdict on one member.</summary>
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
