using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.IR;

/// <summary>The numbers that host code may give to a variable before the programs are loaded that read it.</summary>
public sealed class LoadTimeValues
{
    private LoadTimeValues(ValueRange? range, ImmutableArray<long> listed) => (Range, Listed) = (range, listed);

    /// <summary>Every number of the variable's type.</summary>
    public static LoadTimeValues Any { get; } = new(null, ImmutableArray<long>.Empty);

    /// <summary>The numbers between two bounds, or <see langword="null"/> where they are listed, or any.</summary>
    public ValueRange? Range { get; }

    /// <summary>The numbers themselves, each once and in their order; empty where they are not listed.</summary>
    public ImmutableArray<long> Listed { get; }

    /// <summary>The numbers of a range.</summary>
    /// <param name="range">The range, with a number in it.</param>
    public static LoadTimeValues Of(ValueRange range) => new(range, ImmutableArray<long>.Empty);

    /// <summary>Some numbers.</summary>
    /// <param name="numbers">The numbers, one at least.</param>
    public static LoadTimeValues Of(ImmutableArray<long> numbers) => new(null, [.. numbers.Distinct().OrderBy(number => number)]);

    /// <summary>All the numbers, where there are not too many.</summary>
    /// <param name="max">How many there may be.</param>
    /// <returns>The numbers in their order; empty where there are more.</returns>
    public ImmutableArray<long> List(int max)
    {
        if (Range is not { } range)
            return Listed.Length <= max ? Listed : ImmutableArray<long>.Empty;
        return unchecked((ulong)range.Max - (ulong)range.Min) >= (ulong)max
            ? ImmutableArray<long>.Empty
            : [.. Enumerable.Range(0, (int)(range.Max - range.Min) + 1).Select(index => range.Min + index)];
    }
}
