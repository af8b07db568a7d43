using System;
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
    private readonly Declared<Place> _owners;
    private readonly Declared<Place> _views;
    private readonly Declared<Place> _spans;
    private readonly Declared<Place> _refs;
    private readonly Declared<Place> _handles;
    private readonly Declared<Local> _flags;
    private readonly Declared<Place> _numbers;
    private readonly Stack<string> _loopEnds = [];
    private readonly string _name;
    private readonly bool _isHalved;
    private readonly LoadTimeVariables? _variables;
    private readonly bool _isProgram;
    private readonly Lazy<Local> _alias;
    private readonly Lazy<Local> _numberAlias;
    private readonly Lazy<Local> _viewAlias;
    private readonly Lazy<Local> _refAlias;
    private readonly Lazy<Local> _address;
    private readonly Lazy<Local> _pair;
    private readonly Operand? _result;
    private int _sites;
    private int _labels;

    /// <summary>Prepares a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="context">What it is given by reference, or <see langword="null"/> for the program itself.</param>
    /// <param name="passing">What else a followed function is given, and what it returns; <see langword="null"/> for others.</param>
    /// <param name="isHalved">Whether what is set before the program is loaded is halved.</param>
    /// <param name="variables">What is read instead, where it is not set yet; else <see langword="null"/>.</param>
    private GeneratedProgram(string name, IrType? context, Passing? passing, bool isHalved, LoadTimeVariables? variables)
    {
        _builder = new FunctionBuilder(name);
        _name = name;
        _isHalved = isHalved;
        _variables = variables;
        _isProgram = context is null;
        var owner = context is null
            ? default
            : new Place(_builder.Parameter("given", new PointerType(context, isReadOnly: false))).Dereference(context);
        var given = passing is null ? null : new GivenArguments(_builder, passing);
        _pair = new Lazy<Local>(() => Cleared("pair", Pair));
        _alias = Alias("alias", Dynptr, () => _owners![0]);
        _owners = new Declared<Place>(index => context switch
        {
            null => index switch
            {
                ProgramShape.Alias => new Place(_alias.Value).Dereference(Dynptr),
                >= ProgramShape.FirstOfPair => new Place(_pair.Value).Field(Pair.Fields[index - ProgramShape.FirstOfPair]),
                _ => new Place(_builder.Local("o" + index, Dynptr)),
            },
            StructType => owner.Field(Pair.Fields[Math.Min(index, 1)]),
            _ => owner,
        });
        _views = new Declared<Place>(index => Variable("v", index, TypeOf(index), given?.View));
        _spans = new Declared<Place>(index => Variable("s", index, BytePointer, given?.Span));
        _refs = new Declared<Place>(index => Variable("r", index, BytePointer, given?.Ref));
        _handles = new Declared<Place>(index => Variable("h", index, HandleType.Instance, given?.Handle));
        _flags = new Declared<Local>(index => Cleared("f" + index, ScalarType.Bool));
        _numbers = new Declared<Place>(index => index == ProgramShape.Numbers - 1 && context is null or StructType
            ? (context is null ? new Place(_pair.Value) : owner).Field(Pair.Fields[2])
            : DeclareNumber(index, index == 0 ? given?.Argument : null));
        _numberAlias = given?.Number is { } number ? new Lazy<Local>(number) : Alias("number", ScalarType.I32, () => _numbers[2]);
        _viewAlias = Alias("slice", Slice, () => _views[0]);
        _refAlias = Alias("pointer", BytePointer, () => _refs[0]);
        _address = new Lazy<Local>(() => Cleared("address", ScalarType.U64));
        _result = passing is null ? Operand.Constant(0, ScalarType.I32) : Operand.Copy(FindResult(passing.Returned));
    }

    /// <summary>Builds a program.</summary>
    /// <param name="statements">What it does.</param>
    /// <param name="isHalved">Whether what is set before it is loaded is halved.</param>
    public static Function Build(ImmutableArray<Statement> statements, bool isHalved = false) =>
        Build("program", statements, context: null, passing: null, isHalved, variables: null);

    /// <summary>Builds a program that is not loaded yet.</summary>
    /// <param name="statements">What it does.</param>
    public static Function BuildUnloaded(ImmutableArray<Statement> statements) =>
        Build("program", statements, context: null, passing: null, isHalved: false, new LoadTimeVariables());

    private static Function Build(
        string name,
        ImmutableArray<Statement> statements,
        IrType? context,
        Passing? passing,
        bool isHalved,
        LoadTimeVariables? variables)
    {
        var program = new GeneratedProgram(name, context, passing, isHalved, variables);
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
                if (!AddOwnership(statement) && !AddMemory(statement) && !AddPointer(statement) && !AddRegion(statement))
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
    private (Argument Argument, IrType Type) Context(int owner) => _isProgram
        && owner is ProgramShape.FirstOfPair or ProgramShape.FirstOfPair + 1
            ? (new Argument(FunctionBuilder.Of(_pair.Value), ArgumentPassing.Ref, new Site(Site("pair"))), Pair)
            : (Owner(owner, ArgumentPassing.Ref), Dynptr);

    private GeneratedFunction Nested(ImmutableArray<Statement> body, IrType context, Passing? passing)
    {
        var name = $"{_name}/{_sites++}";
        return new GeneratedFunction(() => Build(name, body, context, passing, _isHalved, _variables), passing is { IsRoot: true });
    }

    /// <summary>A variable; the first is what was given, if anything was.</summary>
    private Place Variable(string name, int index, IrType type, Place? given) =>
        index == 0 && given is { } place ? place : new Place(Cleared(name + index, type));

    private Place DeclareNumber(int index, Local? argument)
    {
        if (argument is null)
            return new Place(Cleared("n" + index, NumberTypes[index]));
        var number = new Place(_builder.Local("n" + index, NumberTypes[index]));
        _builder.Declare(new AssignInstruction(new Site(Site("argument")), number, FunctionBuilder.Of(argument)));
        return number;
    }

    /// <summary>A pointer to a variable.</summary>
    private Lazy<Local> Alias(string name, IrType type, Func<Place> first) => new(() =>
    {
        var source = first();
        var alias = _builder.Local(name, new PointerType(type, isReadOnly: false));
        _builder.Declare(new AddressOfInstruction(new Site(Site("&")), new Place(alias), source));
        return alias;
    });

    private void TakeAddress(Local target, Place source) =>
        _builder.Add(new AddressOfInstruction(new Site(Site("&")), new Place(target), source));

    private Local Cleared(string name, IrType type)
    {
        var local = _builder.Local(name, type);
        _builder.Declare(new ClearInstruction(new Site(Site("clear")), new Place(local)));
        return local;
    }

    private string Site(string text) => $"{_name}: {text} #{_sites++}";

    private string Label() => "l" + _labels++;
}
