using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A statement of a generated program. Variables are known by their index.</summary>
internal abstract record Statement
{
    /// <summary>The statements inside.</summary>
    public virtual ImmutableArray<ImmutableArray<Statement>> Bodies => [];

    /// <summary>The same statement with other statements inside.</summary>
    public virtual Statement With(ImmutableArray<ImmutableArray<Statement>> bodies) => this;

    /// <summary>Makes an owner: of a ring buffer, with a reference; of memory; or of a packet.</summary>
    public sealed record Make(string Kind, int Owner) : Statement;

    /// <summary>Makes an owner with a reference of its own that must end before the handle's.</summary>
    public sealed record MakeChild(int Owner, int Handle) : Statement;

    public sealed record Release(int Owner, string Kind) : Statement;

    /// <summary>Releases what may be held.</summary>
    public sealed record Dispose(int Owner) : Statement;

    /// <summary>Stores the default value over an owner.</summary>
    public sealed record Clear(int Owner) : Statement;

    /// <summary>Lets an owner go out of scope.</summary>
    public sealed record EndScope(int Owner) : Statement;

    public sealed record MakeClone(int Source, int Target) : Statement;

    /// <summary>Lets the ref variable point to an owner.</summary>
    public sealed record Alias(int Owner) : Statement;

    /// <summary>Lets the ref variable point to other memory, as if an owner lay in it.</summary>
    public sealed record AliasMemory(int Source) : Statement;

    /// <summary>Asks an owner for its size, which may be anything, or lies in a range that the helper states.</summary>
    public sealed record Ask(int Owner, int Number, bool IsBounded = false) : Statement;

    /// <summary>Writes through an owner; packet slices are dead afterwards.</summary>
    public sealed record Write(int Owner) : Statement;

    /// <summary>Takes a view: tagged with the kind of its owner or not, of a constant size or of one that a number holds.</summary>
    public sealed record View(int Target, int Owner, bool IsTagged, Size Size) : Statement;

    /// <summary>Acquires memory that must itself be given back, or null.</summary>
    public sealed record Record(int Target, int Size) : Statement;

    /// <summary>Lets the third ref variable point to a view.</summary>
    public sealed record AliasView(int Source) : Statement;

    /// <summary>Copies the view that the third ref variable points to.</summary>
    public sealed record LoadView(int Target) : Statement;

    public sealed record Submit(int Source) : Statement;

    public sealed record CopyView(int Target, int Source) : Statement;

    /// <summary>Reads or writes a byte of a view at an index that a number holds.</summary>
    public sealed record Access(int Source, int Index, bool IsWrite) : Statement;

    /// <summary>The span over a view.</summary>
    public sealed record Span(int Target, int Source) : Statement;

    /// <summary>A part of a span.</summary>
    public sealed record Part(int Target, int Source, Size Offset, Size? Count) : Statement;

    /// <summary>Reads or writes a byte of a span.</summary>
    public sealed record Element(int Source, int Index, bool IsWrite) : Statement;

    /// <summary>Gives a span to a helper, with a length.</summary>
    public sealed record Give(int Source, Size Count) : Statement;

    public sealed record Measure(int Number, int Source) : Statement;

    /// <summary>Makes memory: on the stack, a static variable, or a constant.</summary>
    public sealed record Allocate(int Target, MemoryOrigin Origin, bool IsReadOnly, long Size) : Statement;

    public sealed record ClearSpan(int Target) : Statement;

    /// <summary>Lets a helper write a span, of which it wants at least a byte.</summary>
    public sealed record Fill(int Source) : Statement;

    /// <summary>Gives a span to a helper, with a length that may not be zero.</summary>
    public sealed record GiveSome(int Source, Size Count) : Statement;

    /// <summary>Reads a byte of a span into a number.</summary>
    public sealed record ReadByte(int Number, int Source, int Index) : Statement;

    /// <summary>A ref to a byte of a span, or to its first byte without a look at its length.</summary>
    public sealed record TakeRef(int Target, int Source, Size? Index) : Statement;

    public sealed record MoveRef(int Target, int Source, Size Distance) : Statement;

    /// <summary>Reads or writes the byte behind a ref.</summary>
    public sealed record Reach(int Source, bool IsWrite) : Statement;

    /// <summary>Reads or writes the byte that lies as far behind a ref as a number says.</summary>
    public sealed record ReachAt(int Source, int Index, bool IsWrite) : Statement;

    /// <summary>Lets a pointer to pointers point to a ref.</summary>
    public sealed record AliasRef(int Source) : Statement;

    /// <summary>Copies the ref that the pointer to pointers points to.</summary>
    public sealed record LoadRef(int Target) : Statement;

    /// <summary>Reads a ref out of the bytes of a span, or a view.</summary>
    public sealed record LoadPointer(int Target, int Source, bool IsView) : Statement;

    /// <summary>Keeps the address behind a ref as a number.</summary>
    public sealed record TakeAddress(int Source) : Statement;

    public sealed record ComputeAddress(BinaryOperator Operator, Size Right) : Statement;

    /// <summary>Makes a ref of the number that an address was kept as.</summary>
    public sealed record UseAddress(int Target) : Statement;

    /// <summary>Looks up an object that nobody must give back, or null.</summary>
    public sealed record Find(int Handle) : Statement;

    /// <summary>Gives an object to a helper, which wants one.</summary>
    public sealed record UseHandle(int Handle) : Statement;

    /// <summary>Acquires an object, or null.</summary>
    public sealed record Rent(int Handle) : Statement;

    public sealed record GiveBack(int Handle) : Statement;

    public sealed record CopyHandle(int Target, int Source) : Statement;

    /// <summary>Enters a region, leaves it, or makes a call that needs it: through a handle or a ref, unless there is only one.</summary>
    public sealed record UseRegion(RegionKind Kind, RegionEffect Effect, int At) : Statement;

    /// <summary>Calls a helper that is allowed while a lock is held.</summary>
    public sealed record CallPermitted : Statement;

    /// <summary>Calls a helper that may sleep.</summary>
    public sealed record CallSleep : Statement;

    public sealed record Set(int Number, long Value) : Statement;

    public sealed record Compute(int Target, BinaryOperator Operator, int Left, Size Right) : Statement;

    public sealed record Change(int Target, UnaryOperator Operator, int Source) : Statement;

    /// <summary>Converts a number to the type of another.</summary>
    public sealed record Convert(int Target, int Source) : Statement;

    /// <summary>Lets the second ref variable point to a number.</summary>
    public sealed record AliasNumber(int Number) : Statement;

    /// <summary>Stores a number through the second ref variable.</summary>
    public sealed record StoreAlias(Size Value) : Statement;

    /// <summary>Loads a number through the second ref variable.</summary>
    public sealed record LoadAlias(int Number) : Statement;

    /// <summary>Computes a bool that is tested later.</summary>
    public sealed record Remember(int Flag, Condition Condition) : Statement;

    public sealed record If(Condition Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement
    {
        public override ImmutableArray<ImmutableArray<Statement>> Bodies => [Then, Else];

        public override Statement With(ImmutableArray<ImmutableArray<Statement>> bodies) =>
            this with { Then = bodies[0], Else = bodies[1] };
    }

    /// <summary>A loop that counts a number up to a constant, or to a number.</summary>
    public sealed record Repeat(int Counter, Size Times, ImmutableArray<Statement> Body) : Statement
    {
        public override ImmutableArray<ImmutableArray<Statement>> Bodies => [Body];

        public override Statement With(ImmutableArray<ImmutableArray<Statement>> bodies) => this with { Body = bodies[0] };
    }

    /// <summary>A loop that ends for another reason, or not at all. What counts is a variable, which its body may change, too.</summary>
    public sealed record While(LoopForm Form, int Counter, int Other, Size Bound, long Step, ImmutableArray<Statement> Body) : Statement
    {
        public override ImmutableArray<ImmutableArray<Statement>> Bodies => [Body];

        public override Statement With(ImmutableArray<ImmutableArray<Statement>> bodies) => this with { Body = bodies[0] };
    }

    /// <summary>Leaves the innermost loop of the function.</summary>
    public sealed record Break : Statement;

    /// <summary>
    /// A callback that is run up to a number of times with an owner as its context, or with the struct of two. In it, no others are there.
    /// </summary>
    public sealed record Callback(int Times, int Owner, ImmutableArray<Statement> Body) : Statement
    {
        public override ImmutableArray<ImmutableArray<Statement>> Bodies => [Body];

        public override Statement With(ImmutableArray<ImmutableArray<Statement>> bodies) => this with { Body = bodies[0] };
    }

    /// <summary>
    /// A call of a function that is followed, with an owner by reference, or the struct of two, a number and a view; it returns a number.
    /// In it, no other owners are there.
    /// </summary>
    public sealed record Call(int Owner, int Argument, int Given, int Result, ImmutableArray<Statement> Body) : Statement
    {
        /// <summary>What else it is given, and what it returns.</summary>
        public Passing Passing { get; init; } = Passing.Nothing;

        public override ImmutableArray<ImmutableArray<Statement>> Bodies => [Body];

        public override Statement With(ImmutableArray<ImmutableArray<Statement>> bodies) => this with { Body = bodies[0] };
    }

    public sealed record Leave : Statement;
}
