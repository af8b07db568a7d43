namespace Dynptrs.Benchmarks.Analysis;

/// <summary>What the branches of a generated program decide on.</summary>
public enum BranchKind
{
    /// <summary>Each on a bit of a number that is not known, and what it changes is still needed at the end.</summary>
    Number,

    /// <summary>Each on whether a slice of a record of its own is null: four helpers are called.</summary>
    Record,
}
