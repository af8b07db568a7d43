using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>What was reported for a type, so that two programs that come upon the same mistake report it once.</summary>
internal sealed class ReportedDiagnostics
{
    private readonly HashSet<(string Rule, Location Place)> _places = [];
    private readonly HashSet<(Type Kind, Site Site)> _mistakes = [];

    /// <summary>The findings that no other program has come upon.</summary>
    /// <param name="findings">The findings of one program or method.</param>
    public ImmutableArray<Finding> New(ImmutableArray<Finding> findings) =>
        findings.RemoveAll(finding => finding.Has(FindingTraits.OfCallee) && !_mistakes.Add((finding.GetType(), finding.Site)));

    /// <summary>Notes a diagnostic.</summary>
    /// <returns>Whether it was not reported before.</returns>
    public bool Add(Diagnostic diagnostic) => _places.Add((diagnostic.Id, diagnostic.Location));
}
