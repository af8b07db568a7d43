using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.FunctionBuilder;

namespace Dynptrs.Verifier.Tests.Memory;

/// <summary>What is reached through pointers: of known and of unknown origin, kept as numbers, read-only, returned.</summary>
public sealed class AddressTests
{
    private static readonly PointerType Pointer = new(ScalarType.I32, isReadOnly: false);
    private static readonly PointerType ReadOnlyPointer = new(ScalarType.I32, isReadOnly: true);

    [Theory]
    [InlineData(MemoryOrigin.Foreign, true, "UnknownOrigin p @ store")]
    [InlineData(MemoryOrigin.Foreign, false, null)]
    [InlineData(MemoryOrigin.Global, true, null)]
    public void A_program_reaches_nothing_through_what_may_point_anywhere(MemoryOrigin origin, bool isProgramCode, string? finding)
    {
        var f = new FunctionBuilder("f");
        var p = Allocate(f, "p", Pointer, 8, origin);
        f.Store("store", p, Constant(1)).Store("again", p, Constant(2)).Return();
        Verdict.Refuses(f.Build(isProgramCode: isProgramCode), finding is null ? [] : [finding]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pointer_that_was_read_from_memory_may_point_anywhere(bool isRead)
    {
        var f = new FunctionBuilder("f");
        var places = Allocate(f, "places", new PointerType(Pointer, isReadOnly: false), 8, MemoryOrigin.Stack);
        var (target, p) = (Allocate(f, "target", Pointer, 4, MemoryOrigin.Global), f.Local("p", Pointer));
        f.Add(new AssignInstruction(new Site("keep"), new Place(places).Dereference(Pointer), Of(target)))
            .Assign("read", p, isRead ? Operand.Copy(new Place(places).Dereference(Pointer)) : Of(target))
            .Store("store", p, Constant(1)).Return();
        Verdict.Refuses(f.Build(isProgramCode: true), isRead ? ["UnknownOrigin p @ store"] : []);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(-8, null)]
    [InlineData(8, "OutOfBounds q @ store")]
    [InlineData(-16, "OutOfBounds q @ store")]
    public void An_address_that_is_kept_as_a_number_is_still_the_address(int moved, string? finding)
    {
        var f = new FunctionBuilder("f");
        var p = Allocate(f, "p", Pointer, 16, MemoryOrigin.Global);
        var (start, number, q) = (f.Local("start", Pointer), f.Local("x", ScalarType.U64), f.Local("q", Pointer));
        f.Add(Derive("start", start, Of(p), 8)).Add(Derive("(ulong)p", number, Of(start), 0))
            .Binary("x += n", number, BinaryOperator.Add, Of(number), Operand.Constant(moved, ScalarType.U64))
            .Add(Derive("(int*)x", q, Of(number), 0)).Store("store", q, Constant(1)).Return();
        Verdict.Refuses(f.Build(isProgramCode: true), finding is null ? [] : [finding]);
    }

    [Theory]
    [InlineData(BinaryOperator.Subtract, true, true)]
    [InlineData(BinaryOperator.Less, true, true)]
    [InlineData(BinaryOperator.Add, true, false)]
    [InlineData(BinaryOperator.Multiply, true, false)]
    [InlineData(BinaryOperator.Multiply, false, true)]
    public void Two_addresses_are_compared_or_subtracted_by_a_program(BinaryOperator @operator, bool isProgramCode, bool isAccepted)
    {
        var f = new FunctionBuilder("f");
        var p = Allocate(f, "p", Pointer, 16, MemoryOrigin.Global);
        var (x, y) = (f.Local("x", ScalarType.U64), f.Local("y", ScalarType.U64));
        var result = f.Local("result", @operator == BinaryOperator.Less ? ScalarType.Bool : ScalarType.U64);
        f.Add(Derive("x", x, Of(p), 0)).Add(Derive("y", y, Of(p), 4)).Binary("compute", result, @operator, Of(x), Of(y)).Return();
        Verdict.Refuses(f.Build(isProgramCode: isProgramCode), isAccepted ? [] : ["NoCounterpart  @ compute"]);
    }

    [Theory]
    [InlineData(1L << 20, true, null)]
    [InlineData(1L << 30, false, null)]
    [InlineData(1L << 30, true, "OutOfBounds p @ there")]
    [InlineData(-(1L << 30), true, "OutOfBounds p @ there")]
    public void A_program_moves_no_pointer_far_away_to_come_back(long far, bool isProgramCode, string? finding)
    {
        var f = new FunctionBuilder("f");
        var (p, q, r) = (Allocate(f, "p", Pointer, 16, MemoryOrigin.Global), f.Local("q", Pointer), f.Local("r", Pointer));
        f.Add(Derive("there", q, Of(p), far)).Add(Derive("back", r, Of(q), -far)).Store("store", r, Constant(1)).Return();
        Verdict.Refuses(f.Build(isProgramCode: isProgramCode), finding is null ? [] : [finding]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Memory_that_is_only_read_stays_so_whatever_type_it_is_seen_as(bool isReadOnly)
    {
        var f = new FunctionBuilder("f");
        var (p, q) = (Allocate(f, "p", isReadOnly ? ReadOnlyPointer : Pointer, 4, MemoryOrigin.Global), f.Local("q", Pointer));
        f.Add(Derive("as ref", q, Of(p), 0)).Store("store", q, Constant(1)).Return();
        Verdict.Refuses(f.Build(isProgramCode: true), isReadOnly ? ["WriteReadOnly q @ store"] : []);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_function_returns_no_pointer_into_its_own_stack(bool isOwn)
    {
        var inner = new FunctionBuilder("inner");
        var given = inner.Parameter("given", Pointer);
        var own = Allocate(inner, "own", Pointer, 4, MemoryOrigin.Stack);
        inner.Return("inner returns", Of(isOwn ? own : given));
        var f = new FunctionBuilder("f");
        var (p, q) = (Allocate(f, "p", Pointer, 4, MemoryOrigin.Stack), f.Local("q", Pointer));
        var target = new FunctionTarget(new KnownFunction("inner") { Function = inner.Build() });
        f.Call("inner", q, target, Value(p)).Store("store", q, Constant(1)).Return();
        Verdict.Refuses(f.Build(), isOwn ? ["StackReturned own @ inner returns"] : []);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_temporary_that_is_cleared_is_no_owner_whatever_it_held(bool isMade)
    {
        var f = new FunctionBuilder("f");
        var number = f.Local("n", ScalarType.I32, isTemporary: true);
        var owner = new Local(number.Index + 1, "default", Helpers.Dynptr, number.FirstCell, isTemporary: true);
        f.Assign("n = 1", number, Constant(1)).Clear("default", owner);
        if (isMade)
            f.Call("from_skb", null, Helpers.FromSkb, Out(owner));
        f.Call("size", null, Helpers.Size, In(owner)).Return();
        Verdict.Refuses(f.Build(isProgramCode: true), isMade ? [] : ["UseUninitialized default @ in default"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_program_gives_no_other_memory_for_an_owner(bool isOther)
    {
        var f = new FunctionBuilder("f");
        var (ptr, type) = (f.Owner("ptr"), new PointerType(Helpers.Dynptr, isReadOnly: false));
        var alias = isOther ? Allocate(f, "alias", type, 16, MemoryOrigin.Global) : f.Local("alias", type);
        if (!isOther)
            f.Add(new AddressOfInstruction(new Site("&ptr"), new Place(alias), new Place(ptr)));
        f.Call("from_skb", null, Helpers.FromSkb, Pass(alias, ArgumentPassing.Out))
            .Call("size", null, Helpers.Size, Pass(alias, ArgumentPassing.In)).Return();
        Verdict.Refuses(f.Build(isProgramCode: true), isOther ? ["OwnerInOtherMemory alias @ alias"] : []);
    }

    private static Local Allocate(FunctionBuilder f, string name, PointerType type, long size, MemoryOrigin origin)
    {
        var local = f.Local(name, type);
        f.Add(new AllocateInstruction(new Site(name), new Place(local), Operand.Constant(size, ScalarType.I64), origin));
        return local;
    }

    private static DeriveInstruction Derive(string site, Local target, Operand source, long offset) =>
        new(new Site(site), new Place(target), source, Operand.Constant(offset, ScalarType.I64), null);
}
