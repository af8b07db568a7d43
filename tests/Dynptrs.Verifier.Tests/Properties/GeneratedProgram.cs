using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.Properties.GeneratedContracts;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Builds the function that statements describe.</summary>
internal sealed partial class GeneratedProgram
{
    private static readonly ScalarType[] NumberTypes =
        [ScalarType.U32, ScalarType.U32, ScalarType.I32, ScalarType.I32, ScalarType.U64, ScalarType.I32];

    private readonly FunctionBuilder _builder;
    private readonly List<Place> _owners = [];
    private readonly List<Place> _views = [];
    private readonly List<Place> _spans = [];
    private readonly List<Place> _refs = [];
    private readonly List<Place> _handles = [];
    private readonly List<Local> _flags = [];
    private readonly List<Place> _numbers = [];
    private readonly Stack<string> _loopEnds = [];
    private readonly string _name;
    private readonly bool _isHalved;
    private readonly Local? _alias;
    private readonly Local _numberAlias;
    private readonly Local _viewAlias;
    private readonly Local _refAlias;
    private readonly Local _address;
    private readonly Local? _pair;
    private readonly Operand? _result;
    private int _sites;
    private int _labels;

    /// <summary>Prepares a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="context">What it is given by reference, or <see langword="null"/> for the program itself.</param>
    /// <param name="passing">What else a followed function is given, and what it returns; <see langword="null"/> for others.</param>
    /// <param name="isHalved">Whether what is set before the program is loaded is halved.</param>
    private GeneratedProgram(string name, IrType? context, Passing? passing, bool isHalved)
    {
        _builder = new FunctionBuilder(name);
        _name = name;
        _isHalved = isHalved;
        Place? count = null;
        if (context is not null)
        {
            var owner = new Place(_builder.Parameter("given", new PointerType(context, isReadOnly: false))).Dereference(context);
            _owners.AddRange(context is StructType ? [owner.Field(Pair.Fields[0]), owner.Field(Pair.Fields[1])] : [owner]);
            if (context is StructType)
                count = owner.Field(Pair.Fields[2]);
        }

        var given = passing is null ? null : new GivenArguments(_builder, passing);
        for (var i = 0; context is null && i < ProgramShape.FirstOfPair; i++)
            _owners.Add(new Place(_builder.Local("o" + i, Dynptr)));
        if (context is null)
        {
            _pair = _builder.Local("pair", Pair);
            _owners.AddRange([new Place(_pair).Field(Pair.Fields[0]), new Place(_pair).Field(Pair.Fields[1])]);
            _builder.Add(new ClearInstruction(new Site(Site("clear")), new Place(_pair)));
            count = new Place(_pair).Field(Pair.Fields[2]);
            _alias = _builder.Local("alias", new PointerType(Dynptr, isReadOnly: false));
            _owners.Add(new Place(_alias).Dereference(Dynptr));
            _builder.Add(new AddressOfInstruction(new Site(Site("&")), new Place(_alias), _owners[0]));
        }

        for (var i = 0; i < ProgramShape.Views; i++)
            _views.Add(Variable("v" + i, i == ProgramShape.ReadOnlyView ? ReadOnlySlice : Slice, i == 0 ? given?.View : null));
        for (var i = 0; i < ProgramShape.Spans; i++)
            _spans.Add(Variable("s" + i, BytePointer, i == 0 ? given?.Span : null));
        for (var i = 0; i < ProgramShape.Refs; i++)
            _refs.Add(Variable("r" + i, BytePointer, i == 0 ? given?.Ref : null));
        for (var i = 0; i < ProgramShape.Handles; i++)
            _handles.Add(Variable("h" + i, HandleType.Instance, i == 0 ? given?.Handle : null));
        for (var i = 0; i < ProgramShape.Flags; i++)
            _flags.Add(Cleared("f" + i, ScalarType.Bool));
        for (var i = 0; i < ProgramShape.Numbers; i++)
            _numbers.Add(i == ProgramShape.Numbers - 1 && count is { } shared ? shared : new Place(Cleared("n" + i, NumberTypes[i])));
        _numberAlias = given?.Number ?? _builder.Local("number", IntPointer);
        if (given?.Number is null)
            TakeAddress(_numberAlias, _numbers[2]);
        _viewAlias = _builder.Local("slice", new PointerType(Slice, isReadOnly: false));
        TakeAddress(_viewAlias, _views[0]);
        _refAlias = _builder.Local("pointer", new PointerType(BytePointer, isReadOnly: false));
        TakeAddress(_refAlias, _refs[0]);
        _address = Cleared("address", ScalarType.U64);
        if (given is not null)
            _builder.Assign(Site("argument"), _numbers[0], FunctionBuilder.Of(given.Argument));
        _result = passing is null ? Operand.Constant(0, ScalarType.I32) : Operand.Copy(FindResult(passing.Returned));
    }

    /// <summary>Builds a program.</summary>
    /// <param name="statements">What it does.</param>
    /// <param name="isHalved">Whether what is set before it is loaded is halved.</param>
    public static Function Build(ImmutableArray<Statement> statements, bool isHalved = false) =>
        Build("program", statements, context: null, passing: null, isHalved);

    private static Function Build(string name, ImmutableArray<Statement> statements, IrType? context, Passing? passing, bool isHalved)
    {
        var program = new GeneratedProgram(name, context, passing, isHalved);
        program.AddAll(statements);
        program._builder.Return(program.Site("return"), program._result);
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
            case Statement.If branch:
                Add(branch);
                break;
            case Statement.Repeat loop:
                Add(loop);
                break;
            case Statement.While loop:
                Add(loop);
                break;
            case Statement.Break when _loopEnds.Count > 0:
                _builder.Goto(_loopEnds.Peek());
                break;
            case Statement.Callback(var times, var owner, var body):
                var (context, type) = Context(owner);
                var callback = _builder.Local("callback", HandleType.Instance);
                _builder.FunctionValue(callback, Nested(body, type, passing: null));
                _builder.Call(
                    Site("loop"),
                    null,
                    Loop(type),
                    Value(Operand.Constant(times, ScalarType.U32)),
                    FunctionBuilder.Value(callback),
                    context);
                break;
            case Statement.Call call:
                Add(call);
                break;
            case Statement.Leave:
                _builder.Return(Site("leave"), _result);
                break;
            case Statement.Remember(var flag, var condition):
                _builder.Assign(Site("remember"), _flags[flag], FunctionBuilder.Of(Test(condition)));
                break;
            default:
                if (!AddOwnership(statement) && !AddMemory(statement) && !AddPointer(statement))
                    AddNumber(statement);
                break;
        }
    }

    private void Add(Statement.If branch)
    {
        var condition = Test(branch.Condition);
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
        _builder.Binary(Site("compare"), condition, BinaryOperator.Less, FunctionBuilder.Of(counter), Of(loop.Times, type));
        _builder.If(Site("while"), condition, body, end);
        _builder.Label(body);
        _builder.Assign(Site("counter"), _numbers[loop.Counter], FunctionBuilder.Of(counter));
        _loopEnds.Push(end);
        AddAll(loop.Body);
        _loopEnds.Pop();
        _builder.Binary(Site("next"), counter, BinaryOperator.Add, FunctionBuilder.Of(counter), Operand.Constant(1, type));
        _builder.Goto(head);
        _builder.Label(end);
    }

    /// <summary>A bool that holds the outcome of a test.</summary>
    private Local Test(Condition test)
    {
        var condition = _builder.Local("condition", ScalarType.Bool, isTemporary: true);
        switch (test)
        {
            case Condition.IsNull(var view):
                _builder.Call(Site("null?"), condition, IsNull(TypeOf(view)), In(_views[view]));
                break;
            case Condition.IsNullHandle(var handle):
                _builder.Binary(
                    Site("null?"),
                    condition,
                    BinaryOperator.Equal,
                    Operand.Copy(_handles[handle]),
                    Operand.Null(HandleType.Instance));
                break;
            case Condition.Compare(var left, var @operator, var right):
                _builder.Binary(Site("compare"), condition, @operator, Operand.Copy(_numbers[left]), Of(right, NumberTypes[left]));
                break;
            case Condition.Bits(var number, var mask):
                var bits = _builder.Local("bits", NumberTypes[number], isTemporary: true);
                _builder.Binary(
                    Site("mask"), bits, BinaryOperator.And, Operand.Copy(_numbers[number]), Constant(mask, NumberTypes[number]));
                _builder.Binary(
                    Site("compare"), condition, BinaryOperator.Equal, FunctionBuilder.Of(bits), Constant(0, NumberTypes[number]));
                break;
            case Condition.Flag(var flag, var isNegated):
                if (!isNegated)
                    return _flags[flag];
                _builder.Not(Site("not"), condition, _flags[flag]);
                break;
        }

        return condition;
    }

    /// <summary>What a function is given: one owner, or the struct of two where the owner lies in it.</summary>
    private (Argument Argument, IrType Type) Context(int owner) => _pair is not null
        && owner is ProgramShape.FirstOfPair or ProgramShape.FirstOfPair + 1
            ? (new Argument(FunctionBuilder.Of(_pair!), ArgumentPassing.Ref, new Site(Site("pair"))), Pair)
            : (Owner(owner, ArgumentPassing.Ref), Dynptr);

    private GeneratedFunction Nested(ImmutableArray<Statement> body, IrType context, Passing? passing)
    {
        var name = $"{_name}/{_sites++}";
        return new GeneratedFunction(() => Build(name, body, context, passing, _isHalved), passing is { IsRoot: true });
    }

    /// <summary>A variable, or what was given for it.</summary>
    private Place Variable(string name, IrType type, Place? given) => given ?? new Place(Cleared(name, type));

    private void TakeAddress(Local target, Place source) =>
        _builder.Add(new AddressOfInstruction(new Site(Site("&")), new Place(target), source));

    private Local Cleared(string name, IrType type)
    {
        var local = _builder.Local(name, type);
        _builder.Clear(Site("clear"), local);
        return local;
    }

    private string Site(string text) => $"{_name}: {text} #{_sites++}";

    private string Label() => "l" + _labels++;
}
