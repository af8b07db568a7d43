using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.Properties.GeneratedContracts;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Statements that have no others inside.</summary>
internal sealed partial class GeneratedProgram
{
    private bool AddOwnership(Statement statement)
    {
        switch (statement)
        {
            case Statement.Make(var kind, var owner):
                _builder.Call(Site(kind), null, Make(kind), Owner(owner, ArgumentPassing.Out));
                return true;
            case Statement.MakeChild(var owner, var handle):
                _builder.Call(Site("child"), null, MakeChild, Value(Operand.Copy(_handles[handle])), Owner(owner, ArgumentPassing.Out));
                return true;
            case Statement.Release(var owner, var kind):
                _builder.Call(Site("release"), null, Release(kind), Owner(owner, ArgumentPassing.Ref));
                return true;
            case Statement.Dispose(var owner):
                _builder.Call(Site("dispose"), null, Dispose, Owner(owner, ArgumentPassing.Ref));
                return true;
            case Statement.Clear(var owner):
                _builder.Add(new ClearInstruction(new Site(Site("clear")), Place(owner)));
                return true;
            case Statement.EndScope(var owner) when Place(owner) is { IsLocal: true, Local: var local }:
                _builder.EndOfScope(Site("end"), local);
                return true;
            case Statement.MakeClone(var source, var target):
                _builder.Call(Site("clone"), null, Clone, Owner(source, ArgumentPassing.In), Owner(target, ArgumentPassing.Out));
                return true;
            case Statement.Alias(var owner) when _isProgram:
                _builder.Add(new AddressOfInstruction(new Site(Site("&")), new Place(_alias.Value), Place(owner)));
                return true;
            case Statement.Write(var owner):
                _builder.Call(Site("write"), null, Write, Owner(owner, ArgumentPassing.In));
                return true;
            case Statement.Rent(var handle):
                Call("rent", _handles[handle], Rent);
                return true;
            case Statement.GiveBack(var handle):
                _builder.Call(Site("give back"), null, GiveBack, Value(Operand.Copy(_handles[handle])));
                return true;
            case Statement.CopyHandle(var target, var source):
                _builder.Assign(Site("copy"), _handles[target], Operand.Copy(_handles[source]));
                return true;
            default:
                return false;
        }
    }

    private bool AddMemory(Statement statement)
    {
        switch (statement)
        {
            case Statement.View(var target, var owner, var isTagged, var size):
                Call(
                    "view",
                    _views[target],
                    View(TypeOf(target), isTagged),
                    Owner(owner, ArgumentPassing.In),
                    Value(Of(size, ScalarType.U64)));
                return true;
            case Statement.Record(var target, var size):
                Call("record", _views[target], GeneratedContracts.Record, Value(Operand.Constant(size, ScalarType.U64)));
                return true;
            case Statement.Submit(var source):
                _builder.Call(Site("submit"), null, Submit, In(_views[source]));
                return true;
            case Statement.CopyView(var target, var source):
                _builder.Assign(Site("copy"), _views[target], Operand.Copy(_views[source]));
                return true;
            case Statement.AliasView(var view):
                _builder.Add(new AddressOfInstruction(new Site(Site("&")), new Place(_viewAlias.Value), _views[view]));
                return true;
            case Statement.LoadView(var target):
                _builder.Assign(Site("load"), _views[target], Operand.Copy(new Place(_viewAlias.Value).Dereference(Slice)));
                return true;
            case Statement.Access(var source, var index, var isWrite):
                Access(source, index, isWrite);
                return true;
            case Statement.Span(var target, var source):
                Call("span", _spans[target], Span(TypeOf(source)), In(_views[source]));
                return true;
            case Statement.Part(var target, var source, var offset, var length):
                var part = new DeriveInstruction(
                    new Site(Site("part")),
                    _spans[target],
                    Operand.Copy(_spans[source]),
                    Of(offset, ScalarType.I64),
                    length is { } count ? Of(count, ScalarType.I64) : null);
                _builder.Add(part);
                return true;
            case Statement.Element(var source, var index, var isWrite):
                var place = Element(source, new Size(0, index));
                Reach(place, isWrite);
                return true;
            case Statement.Give(var source, var length):
                _builder.Call(Site("give"), null, Give, Value(Operand.Copy(_spans[source])), Value(Of(length, ScalarType.U64)));
                return true;
            default:
                return false;
        }
    }

    private void AddNumber(Statement statement)
    {
        switch (statement)
        {
            case Statement.Ask(var owner, var number, var isBounded):
                var answer = _builder.Local("answer", NumberTypes[number], isTemporary: true);
                _builder.Call(Site("ask"), answer, Ask(NumberTypes[number], isBounded), Owner(owner, ArgumentPassing.In));
                _builder.Assign(Site("assign"), _numbers[number], FunctionBuilder.Of(answer));
                break;
            case Statement.Measure(var number, var source):
                var length = _builder.Local("length", ScalarType.I32, isTemporary: true);
                _builder.Add(new LengthInstruction(new Site(Site("length")), new Place(length), Operand.Copy(_spans[source]), 1));
                _builder.Assign(Site("assign"), _numbers[number], Convert(FunctionBuilder.Of(length), ScalarType.I32, NumberTypes[number]));
                break;
            case Statement.ReadByte(var number, var source, var index):
                var read = _builder.Local("loaded", ScalarType.U8, isTemporary: true);
                _builder.Assign(Site("load"), read, Operand.Copy(Element(source, new Size(0, index))));
                _builder.Assign(
                    Site("assign"), _numbers[number], Convert(FunctionBuilder.Of(read), ScalarType.U8, NumberTypes[number]));
                break;
            case Statement.Set(var number, var value):
                _builder.Assign(Site("set"), _numbers[number], Constant(value, NumberTypes[number]));
                break;
            case Statement.Compute(var target, var @operator, var left, var right):
                var type = NumberTypes[left];
                var isShift = @operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight;
                var result = _builder.Local("result", type, isTemporary: true);
                _builder.Binary(
                    Site("compute"), result, @operator, Operand.Copy(_numbers[left]), Of(right, isShift ? ScalarType.I32 : type));
                _builder.Assign(Site("assign"), _numbers[target], Convert(FunctionBuilder.Of(result), type, NumberTypes[target]));
                break;
            case Statement.Change(var target, var @operator, var source):
                var changed = _builder.Local("changed", NumberTypes[source], isTemporary: true);
                _builder.Add(new UnaryInstruction(
                    new Site(Site("change")), new Place(changed), @operator, Operand.Copy(_numbers[source]), NumberTypes[source]));
                _builder.Assign(
                    Site("assign"), _numbers[target], Convert(FunctionBuilder.Of(changed), NumberTypes[source], NumberTypes[target]));
                break;
            case Statement.Convert(var target, var source):
                _builder.Assign(Site("convert"), _numbers[target], Of(new Size(0, source), NumberTypes[target]));
                break;
            case Statement.AliasNumber(var number) when NumberTypes[number] == ScalarType.I32:
                _builder.Add(new AddressOfInstruction(new Site(Site("&")), new Place(_numberAlias.Value), _numbers[number]));
                break;
            case Statement.StoreAlias(var value):
                _builder.Store(Site("store"), _numberAlias.Value, Of(value, ScalarType.I32));
                break;
            case Statement.LoadAlias(var number):
                _builder.Assign(
                    Site("load"),
                    _numbers[number],
                    Convert(Operand.Copy(new Place(_numberAlias.Value).Dereference(ScalarType.I32)), ScalarType.I32, NumberTypes[number]));
                break;
        }
    }

    private void Access(int source, int index, bool isWrite)
    {
        var type = NumberTypes[index].IsSigned ? ScalarType.I32 : ScalarType.U64;
        var view = TypeOf(source);
        var pointer = _builder.Local("pointer", view.IsReadOnly ? ReadOnlyBytePointer : BytePointer, isTemporary: true);
        _builder.Call(Site("index"), pointer, Index(view, type), In(_views[source]), Value(Of(new Size(0, index), type)));
        Reach(new Place(pointer).Dereference(ScalarType.U8), isWrite);
    }

    private void Reach(Place place, bool isWrite)
    {
        if (isWrite)
            _builder.Add(new AssignInstruction(new Site(Site("store")), place, Operand.Constant(1, ScalarType.U8)));
        else
            _builder.Assign(Site("load"), _builder.Local("loaded", ScalarType.U8, isTemporary: true), Operand.Copy(place));
    }

    /// <summary>The place of an owner. A function that is given some knows no others.</summary>
    private Place Place(int owner) => _owners[owner];

    private Argument Owner(int owner, ArgumentPassing passing)
    {
        var place = Place(owner);
        return new Argument(Operand.Copy(place), passing, new Site(Site(place.ToString())));
    }

    private Operand Of(Size size, ScalarType type) => size switch
    {
        { Number: >= 0 and var number } => Convert(Operand.Copy(_numbers[number]), NumberTypes[number], type),
        { IsLoadTime: true } when _variables is not null => Convert(ReadVariable(_variables.Of(size)), ScalarType.I64, type),
        _ => Constant(size.At(_isHalved), type),
    };

    private Operand ReadVariable(GlobalVariable variable)
    {
        var pointer = _builder.Local("variable", new PointerType(ScalarType.I64, isReadOnly: true), isTemporary: true);
        var number = _builder.Local("set", ScalarType.I64, isTemporary: true);
        var size = Operand.Constant(ScalarType.I64.Size, ScalarType.I64);
        _builder.Add(new AllocateInstruction(new Site(Site("&")), new Place(pointer), size, MemoryOrigin.Global)
        {
            Global = variable,
            Variable = variable,
        });
        _builder.Load(Site("read"), number, pointer, ScalarType.I64);
        return FunctionBuilder.Of(number);
    }

    private Operand Convert(Operand number, ScalarType from, ScalarType to)
    {
        if (from == to)
            return number;
        var result = _builder.Local("converted", to, isTemporary: true);
        _builder.Convert(Site("convert"), result, number, from, to);
        return FunctionBuilder.Of(result);
    }

    private static Operand Constant(long value, ScalarType type) => Operand.Constant(
        type switch
        {
            { Size: 4, IsSigned: true } => (int)value,
            { Size: 4 } => (uint)value,
            _ => value,
        },
        type);

    private void Call(string site, Place? result, MethodContract contract, params ImmutableArray<Argument> arguments) =>
        _builder.Add(new CallInstruction(new Site(Site(site)), result, new ContractTarget(contract), arguments));

    private Argument In(Place place) => new(Operand.Copy(place), ArgumentPassing.In, new Site(Site(place.ToString())));

    private Place Element(int span, Size index) => _spans[span].Element(Of(index, ScalarType.I32), ScalarType.U8);

    private Argument Value(Operand operand) => new(operand, ArgumentPassing.Value, new Site(Site("value")));

    private static ViewType TypeOf(int view) => view == ProgramShape.ReadOnlyView ? ReadOnlySlice : Slice;
}
