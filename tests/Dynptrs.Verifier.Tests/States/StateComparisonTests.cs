using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.States;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Tests.States;

/// <summary>
/// A path ends where a state was met before that stands for its own: so each fact of a state must keep apart two that differ in it alone,
/// or be one of those that decide nothing.
/// </summary>
public sealed class StateComparisonTests
{
    private static readonly Function Function = CreateFunction();
    private static readonly Frame Frame = new(Function, firstCell: 0);
    private static readonly Frame OtherFrame = new(Function, firstCell: 0);
    private static readonly TraceNode Step = new(null, new TraceStep(TraceStepKind.Released, new Site("end"), "", ""), 0, 0, Frame);
    private static readonly Scalar Few = Scalar.Signed(0, 3);
    private static readonly Scalar Many = Scalar.Signed(0, 7);
    private static readonly Projection Half = new(0, uint.MaxValue, false);
    private static readonly Projection Moved = new(1, ulong.MaxValue, false);
    private static readonly RegionContract Lock = new("Lock");

    /// <summary>The facts that two states may differ in, with the reason.</summary>
    private static readonly ImmutableHashSet<string> DecideNothing =
    [
        "PointerValue.CopiedAt", // What a suggestion says.
        "PacketPart.ReadOnlyFor", // The program type: one for all states.
        "NumberValue.Lineage", // Where it counts, the numbers are kept apart by it.
        "Reference.Subject", "OpenRegion.By", "OpenRegion.Subject", "NullOutcome.Subject", // Words.
        "Reference.IsCallers", "OpenRegion.IsOfHelper", "OpenRegion.Depth", // One for all that was acquired or entered there.
        "OpenRegion.Id", // For the steps of a trace.
        "GoneOwnerValue.Id", "GoneOwnerValue.Ending", "Ending.Step", // What is done with it is refused, whatever ended it.
    ];

    /// <summary>Two values that differ in one fact alone: what a visited state with the one says of a state with the other.</summary>
    private static readonly Dictionary<string, (Value Visited, Value Current, bool IsCoveredBack)> Values = new()
    {
        ["PointerValue.Origin"] = (Pointer(), new PointerValue(1, MemoryOrigin.Unknown), false),
        ["PointerValue.Nullness"] = (new PointerValue(1, MemoryOrigin.Stack), Pointer(), false),
        ["PointerValue.Owner"] = (Pointer(), new PointerValue(1, MemoryOrigin.Stack) { Nullness = Nullness.NotNull, Owner = 2 }, false),
        ["PointerValue.Tag"] = (Pointer(), new PointerValue(1, MemoryOrigin.Stack) { Nullness = Nullness.NotNull, Tag = "skb" }, false),
        ["PointerValue.Reference"] = (Pointer(), new PointerValue(1, MemoryOrigin.Stack) { Nullness = Nullness.NotNull, Reference = 2 }, false),
        ["PointerValue.IsReadOnly"] = (Pointer(), Pointer().Sized(PointerValue.UnknownSize, isReadOnly: true), false),
        ["PointerValue.Ending"] = (Pointer(), Pointer().EndedBy(new Ending(default, Step)), false),
        ["PointerValue.Size"] = (Pointer().Sized(8, isReadOnly: false), Pointer().Sized(4, isReadOnly: false), false),
        ["PointerValue.KernelParts"] = (Pointer(), Pointer().With([new KernelPart("bpf_spin_lock", null!, 0, 4)]), false),
        ["PointerValue.Offset"] = (Pointer().At(Few, null), Pointer().At(Many, null), true),
        ["PointerValue.Bytes"] = (Pointer().At(Scalar.Zero, Number(Few)), Pointer().At(Scalar.Zero, Number(Many)), true),
        ["PointerValue.StackDepth"] = (Pointer(), new PointerValue(1, MemoryOrigin.Stack) { Nullness = Nullness.NotNull, StackDepth = 1 }, false),
        ["PointerValue.Variable"] = (Pointer(), new PointerValue(1, MemoryOrigin.Stack) { Nullness = Nullness.NotNull, Variable = "s" }, false),
        ["PointerValue.Packet"] = (Pointer(), Pointer().With(Packet(), 8), false),
        ["PacketPart.Edge"] = (Pointer().With(Packet(), 8), Pointer().With(new PacketPart(PacketEdge.Metadata, 2), 8), false),
        ["PacketPart.IsAtEdge"] = (Pointer().With(Packet(), 8), Pointer().With(new PacketPart(PacketEdge.Data, 2) { IsAtEdge = true }, 8), false),
        ["PacketPart.LeastAdded"] = (Pointer().With(Packet(), 8), Pointer().With(new PacketPart(PacketEdge.Data, 2) { LeastAdded = -1 }, 8), true),
        ["a packet's proved bytes"] = (Pointer().With(Packet(), 8), Pointer().With(Packet(), 4), true),
        ["HandleValue.Kind"] = (Handle(), new HandleValue(1, 2, "sock", Nullness.NotNull), false),
        ["HandleValue.Nullness"] = (Handle(), new HandleValue(1, 2, "task", Nullness.Unknown), false),
        ["HandleValue.Ending"] = (Handle(), new HandleValue(1, 2, "task", Nullness.NotNull, new Ending(default, Step)), false),
        ["HandleValue.IsRcu"] = (Handle(), new HandleValue(1, 2, "task", Nullness.NotNull) { IsRcu = true }, false),
        ["HandleValue.Reference"] = (Handle(), new HandleValue(1, 0, "task", Nullness.NotNull), false),
        ["Ending.Kind"] = (Pointer().EndedBy(new Ending(default, Step)), Pointer().EndedBy(new Ending((LifetimeEnd)1, Step)), false),
        ["OwnerValue.Kind"] = (Owner(), new OwnerValue(1, "skb", 2, isBorrowed: false), false),
        ["OwnerValue.Reference"] = (Owner(), new OwnerValue(1, "ringbuf", 0, isBorrowed: false), false),
        ["OwnerValue.IsBorrowed"] = (Owner(), new OwnerValue(1, "ringbuf", 2, isBorrowed: true), false),
        ["OwnerValue.Parent"] = (Owner(), new OwnerValue(1, "ringbuf", 2, isBorrowed: false) { Parent = 3 }, false),
        ["UntrustedValue.IsRead"] = (new UntrustedValue(1, isRead: true), new UntrustedValue(1, isRead: false), false),
        ["AddressValue.Cell"] = (new AddressValue(1, 4), new AddressValue(2, 4), false),
        ["AddressValue.Size"] = (new AddressValue(1, 4), new AddressValue(1, 8), false),
        ["FunctionValue.Function"] = (new FunctionValue(new KnownFunction("a")), new FunctionValue(new KnownFunction("b")), false),
        ["RunsLeftValue.Count"] = (new RunsLeftValue(1), new RunsLeftValue(2), true),
        ["NumberValue.Range"] = (Number(Few), Number(Many), true),
        ["NumberValue.Masked"] = (Number(Many).With(new MaskedRange(Half, Few)), Number(Many), true),
        ["MaskedRange.Projection"] = (Number(Many).With(new MaskedRange(Half, Few)), Number(Many).With(new MaskedRange(Moved, Few)), false),
        ["MaskedRange.Range"] = (Number(Many).With(new MaskedRange(Half, Few)), Number(Many).With(new MaskedRange(Half, Many)), true),
        ["NumberValue.IsPartOfRegister"] = (Number(Many), Number(Many).With(isPartOfRegister: true), true),
        ["half of a register, and fewer numbers"] = (Number(Many), Number(Few).With(isPartOfRegister: true), false),
        ["NumberValue.Outcome"] = (Test(new NullOutcome(2, true, "p")), Test(null), true),
        ["NullOutcome.ResultWhenNull"] = (Test(new NullOutcome(2, true, "p")), Test(new NullOutcome(2, false, "p")), false),
        ["CompareOutcome.Operator"] = (Compared(BinaryOperator.Less, Few, Many), Compared(BinaryOperator.Equal, Few, Many), false),
        ["CompareOutcome.Left"] = (Compared(BinaryOperator.Less, Few, Many), Compared(BinaryOperator.Less, Many, Many), false),
        ["CompareOutcome.Right"] = (Compared(BinaryOperator.Less, Few, Many), Compared(BinaryOperator.Less, Few, Few), false),
        ["CompareOutcome.IsSigned"] = (Compared(BinaryOperator.Less, Few, Many), Compared(BinaryOperator.Less, Few, Many, isSigned: true), false),
        ["PacketOutcome.WhenTrue"] = (Test(new PacketOutcome(2, 8, 0)), Test(new PacketOutcome(2, 4, 0)), false),
        ["PacketOutcome.WhenFalse"] = (Test(new PacketOutcome(2, 0, 8)), Test(new PacketOutcome(2, 0, 4)), false),
    };

    /// <summary>What has an identity: two that are one thing are not two that are two.</summary>
    private static readonly Dictionary<string, (Func<int, Value> Make, bool IsCoveredBack)> Identities = new()
    {
        ["PointerValue.Id"] = (id => new PointerValue(id, MemoryOrigin.Stack), false),
        ["PointerValue.Owner"] = (id => new PointerValue(9, MemoryOrigin.View) { Owner = id }, false),
        ["PointerValue.Reference"] = (id => new PointerValue(9, MemoryOrigin.View) { Reference = id }, false),
        ["PointerValue.Bytes"] = (id => Pointer(9).At(Scalar.Zero, new NumberValue(Many, id, Projection.Identity)), true),
        ["PacketPart.Anchor"] = (id => new PointerValue(9, MemoryOrigin.Packet) { Packet = new PacketPart(PacketEdge.Data, id) }, false),
        ["HandleValue.Id"] = (id => new HandleValue(id, 0, null, Nullness.Unknown), false),
        ["HandleValue.Reference"] = (id => new HandleValue(9, id, null, Nullness.Unknown), false),
        ["OwnerValue.Id"] = (id => new OwnerValue(id, null, 0, isBorrowed: false), false),
        ["OwnerValue.Reference"] = (id => new OwnerValue(9, null, id, isBorrowed: false), false),
        ["OwnerValue.Parent"] = (id => new OwnerValue(9, null, 0, isBorrowed: false) { Parent = id }, false),
        ["UntrustedValue.Id"] = (id => new UntrustedValue(id, isRead: true), false),
        ["NumberValue.Id"] = (id => new NumberValue(Many, id, Projection.Identity), true),
        ["NullOutcome.Id"] = (id => Test(new NullOutcome(id, true, "p")), false),
        ["PacketOutcome.Anchor"] = (id => Test(new PacketOutcome(id, 8, 0)), false),
    };

    /// <summary>How numbers were made of one: alike in both states, or not the same numbers.</summary>
    [Fact]
    public void Numbers_that_were_made_of_one_in_other_ways_are_not_alike()
    {
        var alike = (Number(Many), (Value)new NumberValue(Many, 1, Half));
        var otherwise = (Number(Many), (Value)new NumberValue(Many, 1, Moved));
        Assert.Equal(StateComparison.Covered, Compare(State(alike.Item1, alike.Item2), State(alike.Item1, alike.Item2)));
        Assert.Equal(StateComparison.Joinable, Compare(State(alike.Item1, alike.Item2), State(otherwise.Item1, otherwise.Item2)));
    }

    public static TheoryData<string> ValueNames => [.. Values.Keys];

    public static TheoryData<string> IdentityNames => [.. Identities.Keys];

    public static TheoryData<string> StateNames => [.. States.Keys];

    [Theory]
    [MemberData(nameof(ValueNames))]
    public void Values_that_differ_in_one_fact_are_kept_apart(string fact)
    {
        var (visited, current, isCoveredBack) = Values[fact];
        Assert.Equal(StateComparison.Covered, Compare(State(visited), State(visited)));
        Assert.NotEqual(StateComparison.Covered, Compare(State(visited), State(current)));
        Assert.Equal(isCoveredBack, Compare(State(current), State(visited)) == StateComparison.Covered);
    }

    [Theory]
    [MemberData(nameof(IdentityNames))]
    public void What_is_one_thing_is_not_two(string fact)
    {
        var (make, isCoveredBack) = Identities[fact];
        var (one, two) = (State(make(1), make(1)), State(make(1), make(2)));
        Assert.Equal(StateComparison.Covered, Compare(one, State(make(2), make(2))));
        Assert.Equal(StateComparison.Covered, Compare(two, State(make(2), make(1))));
        Assert.NotEqual(StateComparison.Covered, Compare(one, two));
        Assert.Equal(isCoveredBack, Compare(two, one) == StateComparison.Covered);
    }

    [Theory]
    [MemberData(nameof(StateNames))]
    public void States_that_differ_in_one_fact_are_kept_apart(string fact)
    {
        var (visited, current, isCoveredBack) = States[fact];
        Assert.Equal(StateComparison.Covered, Compare(visited(), visited()));
        Assert.Equal(StateComparison.Covered, Compare(current(), current()));
        Assert.Equal(StateComparison.Different, Compare(visited(), current()));
        Assert.Equal(isCoveredBack, Compare(current(), visited()) == StateComparison.Covered);
    }

    /// <summary>Where paths meet, what is joined stands for both: so a verdict on it is one on both.</summary>
    [Theory]
    [MemberData(nameof(ValueNames))]
    public void What_is_joined_stands_for_both(string fact)
    {
        var (visited, current, _) = Values[fact];
        AssertJoin(State(visited), State(current));
        AssertJoin(State(current), State(visited));
        AssertJoin(State(visited, visited), State(current));
        AssertJoin(State(visited), State(current, current));
    }

    [Theory]
    [MemberData(nameof(IdentityNames))]
    public void What_is_joined_of_one_thing_and_two_stands_for_both(string fact)
    {
        var make = Identities[fact].Make;
        AssertJoin(State(make(1), make(1)), State(make(1), make(2)));
        AssertJoin(State(make(1), make(2)), State(make(1), make(1)));
    }

    [Fact]
    public void Each_fact_is_compared_or_decides_nothing()
    {
        Type[] types =
        [
            .. typeof(Value).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(Value)) || type.IsSubclassOf(typeof(Outcome)))),
            typeof(PacketPart), typeof(Ending), typeof(MaskedRange), typeof(Reference), typeof(OpenRegion), typeof(RegionPlace), typeof(PacketSum),
        ];
        var facts = types.SelectMany(type => type
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null)
            .Select(property => $"{type.Name}.{property.Name}"));
        var known = Values.Keys.Concat(Identities.Keys).Concat(States.Keys).Concat(DecideNothing);
        Assert.Empty(facts.Except(known).Except(["NumberValue.Projection"]));
    }

    private static readonly Dictionary<string, (Func<State> Visited, Func<State> Current, bool IsCoveredBack)> States = new()
    {
        ["Reference.Id"] = (() => Holding(Owner(1), Held(1)), () => Holding(Owner(2), Held(1)), false),
        ["Reference.Kind"] = (() => Holding(null, Held(1)), () => Holding(null, Held(1, kind: "sock")), false),
        ["Reference.Acquired"] = (() => Holding(null, Held(1)), () => Holding(null, Held(1, acquired: "elsewhere")), false),
        ["Reference.Parent"] = (() => Holding(null, Held(1)), () => Holding(null, Held(1, parent: 3)), false),
        ["a reference more"] = (() => Holding(null, Held(1)), () => Holding(null, Held(1), Held(2)), false),
        ["OpenRegion.Contract"] = (() => In(Region()), () => In(Region(contract: new RegionContract("Other"))), false),
        ["OpenRegion.Entered"] = (() => In(Region()), () => In(Region(entered: "elsewhere")), false),
        ["OpenRegion.IsMany"] = (() => In(Region()), () => In(Region().AsMany()), false),
        ["OpenRegion.IsReported"] = (() => In(Region()), () => In(Region().AsReported()), false),
        ["OpenRegion.IsEnteredAgain"] = (() => In(Region()), () => In(Region().AsEnteredAgain()), false),
        ["OpenRegion.LeftOpenBy"] = (() => In(Region()), () => In(Region().AsLeftOpenBy(Frame, new Site("here"))), false),
        ["OpenRegion.RefusedCalls"] = (() => In(Region()), () => In(Region().WithRefused(new Site("here"))), false),
        ["OpenRegion.Place"] = (() => In(Region()), () => In(Region(RegionPlace.Unknown)), false),
        ["RegionPlace.IsUnknown"] = (() => In(Region()), () => In(Region(RegionPlace.Unknown)), false),
        ["RegionPlace.NextCell"] = (() => In(Region(RegionPlace.OfCell(1))), () => In(Region(RegionPlace.OfCell(2))), false),
        ["RegionPlace.Reference"] = (
            () => In(Owner(2), Region(RegionPlace.OfReference(2))), () => In(Owner(2), Region(RegionPlace.OfReference(3))), false),
        ["RegionPlace.Pointer"] = (() => In(Pointer(), Region(RegionPlace.Of(Pointer()))), () => In(Pointer(), Region(RegionPlace.Of(Pointer(2)))), false),
        ["RegionPlace.Offset"] = (
            () => In(Pointer(), Region(RegionPlace.Of(Pointer()))),
            () => In(Pointer(), Region(RegionPlace.Of(Pointer().At(Scalar.Constant(8), null)))),
            false),
        ["RegionPlace.Variable"] = (() => In(Region(RegionPlace.Of(Static("a")))), () => In(Region(RegionPlace.Of(Static("b")))), false),
        ["a region more"] = (() => In(Region()), () => In(Region(), Region()), false),
        ["PacketSum.Frame"] = (() => Summed(Sum()), () => Summed(Sum() with { Frame = OtherFrame }), false),
        ["PacketSum.Base"] = (() => Summed(Sum()), () => Summed(Sum() with { Base = 4 }), false),
        ["PacketSum.Number"] = (() => Summed(Sum()), () => Summed(Sum() with { Number = 4 }), true),
        ["PacketSum.Projection"] = (() => Summed(Sum()), () => Summed(Sum() with { Projection = Moved }), false),
        ["PacketSum.Anchor"] = (() => Summed(Sum()), () => Summed(Sum() with { Anchor = 4 }), false),
        ["PacketSum.Proved"] = (() => Summed(Sum()), () => Summed(Sum() with { Proved = 4 }), true),
        ["a sum less"] = (() => Summed(Sum()), () => Summed(), true),
    };

    private static PointerValue Pointer(int id = 1) => PointerValue.To(id, MemoryOrigin.Stack);

    private static PointerValue Static(string variable) => new(1, MemoryOrigin.Global) { Variable = variable };

    private static PacketPart Packet() => new(PacketEdge.Data, 2);

    private static HandleValue Handle() => new(1, 2, "task", Nullness.NotNull);

    private static OwnerValue Owner(int reference = 2) => new(1, "ringbuf", reference, isBorrowed: false);

    private static NumberValue Number(in Scalar range) => new(range, 1, Projection.Identity);

    private static NumberValue Test(Outcome? outcome) => new(Scalar.Bool, 9, Projection.Identity, outcome);

    private static NumberValue Compared(BinaryOperator @operator, in Scalar left, in Scalar right, bool isSigned = false) => Test(
        new CompareOutcome(@operator, new NumberValue(left, 2, Projection.Identity), new NumberValue(right, 3, Projection.Identity), isSigned));

    private static Reference Held(int id, string kind = "ringbuf", string acquired = "reserve", int parent = 0) =>
        new(id, kind, "", new Site(acquired), isCallers: false, parent);

    private static OpenRegion Region(RegionPlace place = default, RegionContract? contract = null, string entered = "lock") =>
        new(8, contract ?? Lock, place, new Site(entered), "", "", 1);

    private static PacketSum Sum() => new(Frame, 1, 2, Projection.Identity, 3, 8);

    private static State Holding(Value? value, params Reference[] references)
    {
        var state = value is null ? State() : State(value);
        state.References = [.. references];
        return state;
    }

    private static State In(params OpenRegion[] regions)
    {
        var state = State();
        state.Regions = [.. regions];
        return state;
    }

    private static State In(Value value, OpenRegion region)
    {
        var state = State(value);
        state.Regions = [region];
        return state;
    }

    private static State Summed(params PacketSum[] sums)
    {
        var state = State(new PointerValue(1, MemoryOrigin.Packet), new NumberValue(Many, 2, Projection.Identity), new PointerValue(3, MemoryOrigin.Packet));
        state.PacketSums = [.. sums];
        return state;
    }

    private static State State(params Value[] values)
    {
        var state = new State(Frame);
        while (state.LastId < 10)
            state.NewId();
        for (var i = 0; i < values.Length; i++)
            state.Cells[i] = values[i];
        return state;
    }

    private static void AssertJoin(State visited, State current)
    {
        var comparer = new StateComparer(Precision.Joined);
        if (comparer.Compare(visited, current) != StateComparison.Joinable)
            return;
        foreach (var widening in new[] { Widening.None, Widening.All })
        {
            var joined = comparer.Join(visited, current, widening);
            Assert.Equal(StateComparison.Covered, Compare(joined, visited));
            Assert.Equal(StateComparison.Covered, Compare(joined, current));
        }

        // What begins a round stands for what the one before has ended with.
        var begun = current.Fork();
        StateComparer.BeginRound(visited, begun);
        Assert.Equal(StateComparison.Covered, Compare(begun, current));
    }

    private static StateComparison Compare(State visited, State current) => new StateComparer(Precision.Joined).Compare(visited, current);

    private static Function CreateFunction()
    {
        var builder = new FunctionBuilder("f");
        for (var i = 0; i < 4; i++)
            builder.Int("n" + i);
        return builder.Return().Build();
    }
}
