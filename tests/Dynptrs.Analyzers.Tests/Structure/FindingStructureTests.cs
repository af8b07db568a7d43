using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Verifier.Findings;

namespace Dynptrs.Analyzers.Tests.Structure;

/// <summary>What a finding needs to be reported.</summary>
public sealed class FindingStructureTests
{
    private static readonly ImmutableArray<Type> Findings =
    [
        .. typeof(Finding).Assembly.GetTypes()
            .Where(type => typeof(Finding).IsAssignableFrom(type) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void Each_finding_has_one_row_of_traits() =>
        Assert.Equal(Findings, FindingTable.Kinds.OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void Each_finding_has_one_rule() =>
        Assert.Equal(Findings, RuleCatalogue.Rules.SelectMany(rule => rule.Findings).OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void Each_finding_is_sealed() => Assert.All(Findings, type => Assert.True(type.IsSealed, $"{type.Name} is not sealed."));
}
