using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Conformance.Tests.Sources;

namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>How what was found differs from what the corpus marks.</summary>
internal sealed class MarkDifference
{
    private readonly ImmutableArray<Mark> _missing;
    private readonly ImmutableArray<Mark> _unexpected;

    public MarkDifference(IEnumerable<Mark> expected, IEnumerable<Mark> found)
    {
        var left = found.ToList();
        _missing = [.. expected.Where(mark => !left.Remove(mark))];
        _unexpected = [.. left];
    }

    public bool IsEmpty => _missing.IsEmpty && _unexpected.IsEmpty;

    /// <summary>One line for each: what is marked and was not found, and what was found and is not marked.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        _missing.Select(mark => $"  marked, not found: {mark}").Concat(_unexpected.Select(mark => $"  found, not marked: {mark}")));
}
