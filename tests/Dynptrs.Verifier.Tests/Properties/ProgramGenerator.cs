using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>
/// Makes up programs. It keeps in mind, roughly, what is alive and what was tested, and mostly does what is right there: so
/// that many programs are accepted, and the rest miss by little.
/// </summary>
internal sealed partial class ProgramGenerator(int seed, bool hasLoops, bool hasRoots)
{
    private const int MaxDepth = 3;

    private static readonly int[] PairOwners = [ProgramShape.FirstOfPair, ProgramShape.FirstOfPair + 1];

    private static readonly BinaryOperator[] Operators =
    [
        BinaryOperator.Add,
        BinaryOperator.Subtract,
        BinaryOperator.Multiply,
        BinaryOperator.Divide,
        BinaryOperator.Remainder,
        BinaryOperator.And,
        BinaryOperator.And,
        BinaryOperator.Or, BinaryOperator.Xor, BinaryOperator.ShiftLeft, BinaryOperator.ShiftRight, BinaryOperator.UnsignedShiftRight,
    ];

    private static readonly BinaryOperator[] Comparisons =
    [
        BinaryOperator.Equal,
        BinaryOperator.NotEqual,
        BinaryOperator.Less,
        BinaryOperator.LessOrEqual,
        BinaryOperator.Greater,
        BinaryOperator.GreaterOrEqual,
    ];

    private static readonly BinaryOperator[] Linking =
    [
        BinaryOperator.Or,
        BinaryOperator.Xor,
        BinaryOperator.Subtract,
        BinaryOperator.And,
        BinaryOperator.Multiply,
        BinaryOperator.ShiftLeft,
        BinaryOperator.UnsignedShiftRight,
    ];

    private static readonly string[] Kinds = ["ringbuf", "ringbuf", "local", "skb"];

    private readonly Random _random = new(seed);

    /// <summary>How often, of 100 times, something is done that may be wrong: never in some programs.</summary>
    private readonly int _carelessness = (seed % 4) switch { 0 => 0, 1 => 3, 2 => 8, _ => 20 };

    private Locks _locks = new();

    /// <summary>How many things are under way that only what follows ends, so that nothing may leave here.</summary>
    private int _pending;

    private int _loops;

    public ImmutableArray<Statement> Generate() => Block(new ProgramMemory(ProgramShape.Owners), depth: 0);

    private bool IsCareless() => _random.Next(100) < _carelessness;

    private ImmutableArray<Statement> Block(ProgramMemory memory, int depth)
    {
        var (held, opened) = (memory.Held.ToHashSet(), _opened);
        _opened.Block = memory.Regions.Count;
        var statements = new List<Statement>();
        for (var left = _random.Next(1, depth == 0 ? 14 : 5); left > 0 && !memory.HasLeft; left--)
            Add(statements, memory, depth);

        // What a block acquires it gives back, and what it enters it leaves.
        LeaveSince(statements, memory, _opened.Block);
        _opened = opened;
        foreach (var owner in InOrder(memory).Where(owner => !held.Contains(owner)).ToList())
        {
            if (!memory.HasLeft && !IsCareless())
                Release(statements, memory, owner);
        }

        return [.. statements];
    }

    private void Add(List<Statement> statements, ProgramMemory memory, int depth)
    {
        if (memory.IsLocked && !IsCareless())
        {
            AddLocked(statements, memory, depth);
            return;
        }

        switch (_random.Next(depth < MaxDepth ? 14 : 10))
        {
            case 0 or 1 or 2:
                AddOwnership(statements, memory);
                break;
            case 3:
                AddMemory(statements, memory);
                break;
            case 4 or 5:
                AddNumber(statements);
                break;
            case 6:
                AddExit(statements, memory, depth);
                break;
            case 7 or 8:
                AddPointer(statements, memory);
                break;
            case 9:
                AddRegion(statements, memory, depth);
                break;
            case 10:
                AddScope(statements, memory, depth);
                break;
            default:
                AddStructure(statements, memory, depth);
                break;
        }
    }

    private void AddNumber(List<Statement> statements)
    {
        switch (_random.Next(10))
        {
            case 8:
                statements.Add(new Statement.AliasNumber(_random.Next(2, ProgramShape.Numbers)));
                break;
            case 9:
                statements.Add(_random.Next(2) == 0 ? new Statement.StoreAlias(Operand()) : new Statement.LoadAlias(Number()));
                break;
            case 0:
                statements.Add(new Statement.Set(Number(), Constant()));
                break;
            case 1:
                statements.Add(new Statement.Convert(Number(), Number()));
                break;
            case 2:
                statements.Add(new Statement.Change(
                    Number(), _random.Next(2) == 0 ? UnaryOperator.Negate : UnaryOperator.Complement, Number()));
                break;
            case 3 when Unlocked(ProgramShape.Flags, _locks.Flags) is { } flag:
                statements.Add(new Statement.Remember(flag, Condition()));
                break;
            default:
                Compute(statements);
                break;
        }
    }

    private void Compute(List<Statement> statements)
    {
        var (@operator, operand) = (Operators[_random.Next(Operators.Length)], Operand());
        if (@operator is BinaryOperator.Divide or BinaryOperator.Remainder && operand is { Constant: 0, Number: < 0 })
            operand = new Size(1);
        statements.Add(new Statement.Compute(Number(), @operator, Number(), operand));
    }

    private void AddExit(List<Statement> statements, ProgramMemory memory, int depth)
    {
        if (depth == 0 || _random.Next(3) != 0 || (_pending > 0 && !IsCareless()))
            return;
        if (_loops > 0 && _random.Next(2) == 0)
        {
            LeaveOnTheWayOut(statements, memory, _opened.Loop);
            statements.Add(new Statement.Break());
            memory.HasLeft = true;
            return;
        }

        LeaveOnTheWayOut(statements, memory, 0);
        foreach (var owner in InOrder(memory))
        {
            if (!IsCareless())
                Release(statements, memory, owner);
        }

        // A function that is given an owner leaves it as it was, or its caller knows no more.
        statements.Add(new Statement.Leave());
        memory.HasLeft = true;
    }

    /// <summary>What is held, in the order in which it may be given back.</summary>
    private List<int> InOrder(ProgramMemory memory) => [.. IsCareless() ? memory.Held : memory.HeldLatestFirst];

    private void AddStructure(List<Statement> statements, ProgramMemory memory, int depth)
    {
        switch (_random.Next(11))
        {
            case 0 or 1 or 2:
                Branch(statements, memory, depth);
                break;
            case 3 or 4:
                if (PickAlive(memory) is { } used)
                    UseView(statements, memory, used, depth);
                break;
            case 5:
                Correlate(statements, memory, depth);
                break;
            case 6 when hasLoops:
                Repeat(statements, memory, depth);
                break;
            case 7 when hasLoops && Given(memory, isAlive: true) is { } context:
                statements.Add(new Statement.Callback(_random.Next(4), context[0], Nested(memory, context, depth)));
                break;
            case 8:
                Call(statements, memory, depth);
                break;
            case 9:
                CallShort(statements, memory);
                break;
            case 10 when hasLoops:
                While(statements, memory, depth);
                break;
        }
    }

    private void Branch(List<Statement> statements, ProgramMemory memory, int depth)
    {
        var condition = Condition();
        var (then, otherwise) = (memory.Fork(), memory.Fork());
        if (condition is Condition.IsNull(var view))
        {
            then.Test(view, isNull: true);
            otherwise.Test(view, isNull: false);
        }

        statements.Add(new Statement.If(condition, Block(then, depth + 1), _random.Next(2) == 0 ? [] : Block(otherwise, depth + 1)));
        memory.Join(then, otherwise);
    }

    private void Repeat(List<Statement> statements, ProgramMemory memory, int depth)
    {
        if (_random.Next(8) == 0 && !memory.IsLocked)
        {
            if (_random.Next(2) == 0)
                RepeatCall(statements);
            else
                RepeatTest(statements, memory);
            return;
        }

        var times = new Size(_random.Next(1, 6));
        if (_random.Next(4) == 0)
        {
            times = new Size(0, Number());
            statements.Add(new Statement.Compute(times.Number, BinaryOperator.And, times.Number, new Size(3)));
        }

        var inside = memory.Fork();
        var body = Rounds(inside, depth);
        inside.HasLeft = false;
        memory.Join(inside, memory.Fork());
        statements.Add(new Statement.Repeat(Number(), times, body));
    }

    private ImmutableArray<Statement> Rounds(ProgramMemory inside, int depth)
    {
        var opened = _opened.Loop;
        _opened.Loop = inside.Regions.Count;
        _loops++;
        var body = Block(inside, depth + 1);
        _loops--;
        _opened.Loop = opened;
        return body;
    }

    /// <summary>What a function is given: one owner, or the two of the struct.</summary>
    private int[]? Given(ProgramMemory memory, bool isAlive)
    {
        if (memory.Count == ProgramShape.Owners && _random.Next(3) == 0 && !PairOwners.Any(_locks.Owners.Contains))
            return PairOwners;
        return (isAlive ? PickAlive(memory) : PickOwner(memory, _ => true)) is { } owner
            && (memory.Count != ProgramShape.Owners || owner < ProgramShape.FirstOfPair)
                ? [owner]
                : null;
    }

    private ImmutableArray<Statement> Nested(ProgramMemory memory, int[] owners, int depth) =>
        Nested(memory, owners, depth, view: -1, Passing.Nothing, out _);

    private ImmutableArray<Statement> Nested(
        ProgramMemory memory,
        int[] owners,
        int depth,
        int view,
        Passing passing,
        out ProgramMemory inside)
    {
        inside = memory.Only(owners, view, passing);
        var (locks, pending, loops, opened) = (_locks, _pending, _loops, _opened);
        (_locks, _pending, _loops, _opened) = (new Locks(), 0, 0, default);
        var body = Block(inside, depth + 1);
        (_locks, _pending, _loops, _opened) = (locks, pending, loops, opened);
        memory.Return(owners, inside);
        return body;
    }

    private Condition Condition() => _random.Next(8) switch
    {
        0 or 1 => new Condition.IsNull(_random.Next(ProgramShape.Views)),
        2 => new Condition.Flag(_random.Next(ProgramShape.Flags), _random.Next(2) == 0),
        3 => new Condition.IsNullHandle(_random.Next(ProgramShape.Handles)),
        _ => NumberCondition(Number()),
    };

    private Condition NumberCondition(int number) => _random.Next(4) == 0
        ? new Condition.Bits(number, Constant())
        : new Condition.Compare(number, Comparisons[_random.Next(Comparisons.Length)], Operand());

    private Size Operand() => _random.Next(4) == 0
        ? new Size(0, Number())
        : new Size(Constant()) { IsLoadTime = _random.Next(12) == 0 };

    private long Constant() => _random.Next(8) switch
    {
        0 => -_random.Next(20),
        1 => 1L << _random.Next(31),
        2 => (1L << _random.Next(31)) - 1,
        3 => int.MaxValue - _random.Next(3),
        _ => _random.Next(20),
    };

    private int Number() => Unlocked(ProgramShape.Numbers, _locks.Numbers) ?? 0;

    /// <summary>A variable that may be changed.</summary>
    private int? Unlocked(int count, HashSet<int> locked) =>
        Pick(Enumerable.Range(0, count).Where(index => !locked.Contains(index) || IsCareless()));

    private int? Pick(IEnumerable<int> candidates)
    {
        var list = candidates.ToList();
        return list.Count == 0 ? null : list[_random.Next(list.Count)];
    }
}
