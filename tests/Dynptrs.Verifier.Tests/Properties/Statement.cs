using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A statement of a generated program. Variables are known by their index.</summary>
internal abstract record Statement
{
    /// <summary>Makes an owner: of a ring buffer, with a reference; of memory; or of a packet.</summary>
    public sealed record Make(string Kind, int Owner) : Statement;

    public sealed record Release(int Owner) : Statement;

    public sealed record MakeClone(int Source, int Target) : Statement;

    /// <summary>Asks an owner for its size, which may be anything.</summary>
    public sealed record Ask(int Owner, int Number) : Statement;

    /// <summary>Writes through an owner; packet slices are dead afterwards.</summary>
    public sealed record Write(int Owner) : Statement;

    /// <summary>Takes a view: tagged with the kind of its owner or not, of a constant size or of one that a number holds.</summary>
    public sealed record View(int Target, int Owner, bool IsTagged, Size Size) : Statement;

    public sealed record CopyView(int Target, int Source) : Statement;

    /// <summary>Reads or writes a byte of a view at an index that a number holds.</summary>
    public sealed record Access(int Source, int Index, bool IsWrite) : Statement;

    public sealed record Set(int Number, long Value) : Statement;

    public sealed record Compute(int Target, BinaryOperator Operator, int Left, Size Right) : Statement;

    /// <summary>Converts a number to the type of another.</summary>
    public sealed record Convert(int Target, int Source) : Statement;

    public sealed record If(Condition Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement;

    /// <summary>A loop that counts a number up to a constant.</summary>
    public sealed record Repeat(int Counter, int Times, ImmutableArray<Statement> Body) : Statement;

    /// <summary>A callback that is run up to a number of times with an owner as its context; in it, that owner is the only one.</summary>
    public sealed record Callback(int Times, int Owner, ImmutableArray<Statement> Body) : Statement;

    /// <summary>A call of a function that is followed, with an owner by reference; in it, that owner is the only one.</summary>
    public sealed record Call(int Owner, ImmutableArray<Statement> Body) : Statement;

    public sealed record Leave : Statement;
}
