using System.Collections.Immutable;

namespace Dynptrs.Verifier.Domain;

/// <summary>Rows of values, one for each cell.</summary>
internal static class Values
{
    /// <summary>The same value for each cell.</summary>
    public static ImmutableArray<Value?> Repeat(Value value, int count)
    {
        var values = ImmutableArray.CreateBuilder<Value?>(count);
        for (var i = 0; i < count; i++)
            values.Add(value);
        return values.MoveToImmutable();
    }
}
