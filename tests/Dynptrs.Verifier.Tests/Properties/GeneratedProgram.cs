using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Builds the function that statements describe.</summary>
internal sealed class GeneratedProgram
{
    private static readonly OwnerType Dynptr = new("Dynptr");
    private static readonly ViewType Slice = new("Slice", null, isReadOnly: false);
    private static readonly PointerType BytePointer = new(ScalarType.U8, isReadOnly: false);
    private static readonly PointerType DynptrPointer = new(Dynptr, isReadOnly: false);
    private static readonly ScalarType[] NumberTypes = [ScalarType.U32, ScalarType.U32, ScalarType.I32, ScalarType.I32, ScalarType.U64];

    private readonly FunctionBuilder _builder;
    private readonly List<Local> _owners = [];
    private readonly List<Local> _views = [];
    private readonly List<Local> _numbers = [];
    private readonly string _name;
    private readonly bool _isOuter;
    private int _sites;
    private int _labels;

    private GeneratedProgram(string name, bool isOuter)
    {
        _builder = new FunctionBuilder(name);
        (_name, _isOuter) = (name, isOuter);
        if (!isOuter)
            _owners.Add(_builder.Parameter("owner", DynptrPointer));
        for (var i = 0; isOuter && i < ProgramShape.Owners; i++)
            _owners.Add(_builder.Local("o" + i, Dynptr));
        for (var i = 0; i < ProgramShape.Views; i++)
            _views.Add(_builder.Local("v" + i, Slice));
        for (var i = 0; i < ProgramShape.Numbers; i++)
            _numbers.Add(_builder.Local("n" + i, NumberTypes[i]));
    }

    public static Function Build(ImmutableArray<Statement> statements) => Build("program", statements, isOuter: true);

    private static Function Build(string name, ImmutableArray<Statement> statements, bool isOuter)
    {
        var program = new GeneratedProgram(name, isOuter);
        foreach (var view in program._views)
            program._builder.Clear(program.Site("clear"), view);
        foreach (var number in program._numbers)
            program._builder.Assign(program.Site("zero"), number, Operand.Constant(0, (ScalarType)number.Type));
        program.AddAll(statements);
        program._builder.Return(program.Site("return"), Operand.Constant(0, ScalarType.I32));
        return program._builder.Build(isProgramCode: true);
    }

    private void AddAll(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
            Add(statement);
    }

    private void Add(Statement statement)
    {
        switch (statement)
        {
            case Statement.Make(var kind, var owner):
                _builder.Call(Site(kind), null, Make(kind), Owner(owner, ArgumentPassing.Out));
                break;
            case Statement.Release(var owner):
                _builder.Call(Site("release"), null, Release, Owner(owner, ArgumentPassing.Ref));
                break;
            case Statement.MakeClone(var source, var target):
                _builder.Call(Site("clone"), null, Clone, Owner(source, ArgumentPassing.In), Owner(target, ArgumentPassing.Out));
                break;
            case Statement.Ask(var owner, var number):
                _builder.Call(Site("ask"), _numbers[number], Ask(NumberTypes[number]), Owner(owner, ArgumentPassing.In));
                break;
            case Statement.Write(var owner):
                _builder.Call(Site("write"), null, Write, Owner(owner, ArgumentPassing.In));
                break;
            case Statement.View(var target, var owner, var isTagged, var size):
                _builder.Call(Site("view"), _views[target], View(isTagged), Owner(owner, ArgumentPassing.In), Value(Of(size, ScalarType.U64)));
                break;
            case Statement.CopyView(var target, var source):
                _builder.Assign(Site("copy"), _views[target], FunctionBuilder.Of(_views[source]));
                break;
            case Statement.Access access:
                Add(access);
                break;
            case Statement.Set(var number, var value):
                _builder.Assign(Site("set"), _numbers[number], Constant(value, NumberTypes[number]));
                break;
            case Statement.Compute(var target, var @operator, var left, var right):
                Compute(target, @operator, left, right);
                break;
            case Statement.Convert(var target, var source):
                _builder.Assign(Site("convert"), _numbers[target], Of(new Size(0, source), NumberTypes[target]));
                break;
            case Statement.If branch:
                Add(branch);
                break;
            case Statement.Repeat loop:
                Add(loop);
                break;
            case Statement.Callback(var times, var owner, var body):
                var callback = _builder.Local("callback", HandleType.Instance);
                _builder.FunctionValue(callback, Nested(body));
                _builder.Call(Site("loop"), null, Loop, Value(Operand.Constant(times, ScalarType.U32)), FunctionBuilder.Value(callback), Owner(owner, ArgumentPassing.Ref));
                break;
            case Statement.Call(var owner, var body):
                _builder.Call(Site("call"), null, new FunctionTarget(Nested(body)), Owner(owner, ArgumentPassing.Ref));
                break;
            case Statement.Leave:
                _builder.Return(Site("leave"), Operand.Constant(0, ScalarType.I32));
                break;
        }
    }

    private void Add(Statement.Access access)
    {
        var type = NumberTypes[access.Index].IsSigned ? ScalarType.I32 : ScalarType.U64;
        var pointer = _builder.Local("pointer", BytePointer, isTemporary: true);
        _builder.Call(Site("index"), pointer, Index(type), FunctionBuilder.In(_views[access.Source]), Value(Of(new Size(0, access.Index), type)));
        if (access.IsWrite)
            _builder.Store(Site("store"), pointer, Operand.Constant(1, ScalarType.U8));
        else
            _builder.Load(Site("load"), _builder.Local("loaded", ScalarType.U8, isTemporary: true), pointer, ScalarType.U8);
    }

    private void Compute(int target, BinaryOperator @operator, int left, Size right)
    {
        var type = NumberTypes[left];
        var isShift = @operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight;
        var result = _builder.Local("result", type, isTemporary: true);
        _builder.Binary(Site("compute"), result, @operator, FunctionBuilder.Of(_numbers[left]), Of(right, isShift ? ScalarType.I32 : type));
        _builder.Assign(Site("assign"), _numbers[target], Convert(FunctionBuilder.Of(result), type, NumberTypes[target]));
    }

    private void Add(Statement.If branch)
    {
        var condition = _builder.Local("condition", ScalarType.Bool, isTemporary: true);
        switch (branch.Condition)
        {
            case Condition.IsNull(var view):
                _builder.Call(Site("null?"), condition, IsNull, FunctionBuilder.In(_views[view]));
                break;
            case Condition.Compare(var left, var @operator, var right):
                _builder.Binary(Site("compare"), condition, @operator, FunctionBuilder.Of(_numbers[left]), Of(right, NumberTypes[left]));
                break;
            case Condition.Bits(var number, var mask):
                var bits = _builder.Local("bits", NumberTypes[number], isTemporary: true);
                _builder.Binary(Site("mask"), bits, BinaryOperator.And, FunctionBuilder.Of(_numbers[number]), Constant(mask, NumberTypes[number]));
                _builder.Binary(Site("compare"), condition, BinaryOperator.Equal, FunctionBuilder.Of(bits), Constant(0, NumberTypes[number]));
                break;
        }

        var (then, otherwise, end) = (Label(), Label(), Label());
        _builder.If(Site("if"), condition, then, otherwise);
        _builder.Label(then);
        AddAll(branch.Then);
        _builder.Goto(end);
        _builder.Label(otherwise);
        AddAll(branch.Else);
        _builder.Label(end);
    }

    private void Add(Statement.Repeat loop)
    {
        var type = NumberTypes[loop.Counter];
        var condition = _builder.Local("condition", ScalarType.Bool, isTemporary: true);
        var counter = _builder.Local("counter", type);
        var (head, body, end) = (Label(), Label(), Label());
        _builder.Assign(Site("start"), counter, Operand.Constant(0, type));
        _builder.Label(head);
        _builder.Binary(Site("compare"), condition, BinaryOperator.Less, FunctionBuilder.Of(counter), Operand.Constant(loop.Times, type));
        _builder.If(Site("while"), condition, body, end);
        _builder.Label(body);
        _builder.Assign(Site("counter"), _numbers[loop.Counter], FunctionBuilder.Of(counter));
        AddAll(loop.Body);
        _builder.Binary(Site("next"), counter, BinaryOperator.Add, FunctionBuilder.Of(counter), Operand.Constant(1, type));
        _builder.Goto(head);
        _builder.Label(end);
    }

    private Argument Owner(int index, ArgumentPassing passing)
    {
        var owner = _owners[_isOuter ? index : 0];
        return _isOuter
            ? new Argument(FunctionBuilder.Of(owner), passing, new Site(Site(owner.Name)))
            : FunctionBuilder.Pass(owner, passing) with { Site = new Site(Site(owner.Name)) };
    }

    private Operand Of(Size size, ScalarType type) =>
        size.Number < 0 ? Constant(size.Constant, type) : Convert(FunctionBuilder.Of(_numbers[size.Number]), NumberTypes[size.Number], type);

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

    private Argument Value(Operand operand) => new(operand, ArgumentPassing.Value, new Site(Site("value")));

    private GeneratedFunction Nested(ImmutableArray<Statement> body)
    {
        var name = $"{_name}/{_sites++}";
        return new GeneratedFunction(() => Build(name, body, isOuter: false));
    }

    private string Site(string text) => $"{_name}: {text} #{_sites++}";

    private string Label() => "l" + _labels++;

    private static ParameterContract OwnerParameter(ArgumentPassing passing) => new("owner", Dynptr, passing);

    private static MethodContract Make(string kind) => new(
        kind,
        [OwnerParameter(ArgumentPassing.Out) with { Acquires = kind == "ringbuf", Initializes = kind != "ringbuf", Kind = kind }],
        new ReturnContract(null));

    private static MethodContract Release { get; } = new("release", [OwnerParameter(ArgumentPassing.Ref) with { Releases = true, Kind = "ringbuf" }], new ReturnContract(null));

    private static MethodContract Clone { get; } = new("clone", [OwnerParameter(ArgumentPassing.In), OwnerParameter(ArgumentPassing.Out) with { CloneOf = 0 }], new ReturnContract(null));

    private static MethodContract Ask(ScalarType type) => new("ask", [OwnerParameter(ArgumentPassing.In)], new ReturnContract(type));

    private static MethodContract Write { get; } = new(
        "write",
        [OwnerParameter(ArgumentPassing.In) with { Invalidates = new SliceInvalidation(["skb"], ["skb"]) }],
        new ReturnContract(null));

    private static MethodContract View(bool isTagged) => new(
        "view",
        [OwnerParameter(ArgumentPassing.In), new ParameterContract("size", ScalarType.U64, ArgumentPassing.Value) { IsConstantSize = true }],
        new ReturnContract(Slice) { SliceOf = 0, MayBeNull = true, IsTagged = isTagged });

    private static MethodContract IsNull { get; } = new("IsNull", [new ParameterContract("this", Slice, ArgumentPassing.In)], new ReturnContract(ScalarType.Bool) { NullTest = true });

    private static MethodContract Index(ScalarType type) => new(
        "index",
        [new ParameterContract("this", Slice, ArgumentPassing.In), new ParameterContract("index", type, ArgumentPassing.Value)],
        new ReturnContract(BytePointer) { Dereferences = true, IsByReference = true });

    private static MethodContract Loop { get; } = new(
        "loop",
        [
            new ParameterContract("times", ScalarType.U32, ArgumentPassing.Value),
            new ParameterContract("callback", HandleType.Instance, ArgumentPassing.Value)
            {
                Callback = new CallbackContract(Context: 2, Runs: 0, new MethodContract("callback", [new ParameterContract("owner", Dynptr, ArgumentPassing.Ref)], new ReturnContract(ScalarType.I32))),
            },
            new ParameterContract("context", Dynptr, ArgumentPassing.Ref),
        ],
        new ReturnContract(null));
}
