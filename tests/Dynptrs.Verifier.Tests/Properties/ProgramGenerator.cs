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
internal sealed class ProgramGenerator(int seed, bool hasLoops)
{
    private const int MaxDepth = 3;

    private static readonly BinaryOperator[] Operators =
    [
        BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply, BinaryOperator.Divide, BinaryOperator.Remainder, BinaryOperator.And, BinaryOperator.And,
        BinaryOperator.Or, BinaryOperator.Xor, BinaryOperator.ShiftLeft, BinaryOperator.ShiftRight, BinaryOperator.UnsignedShiftRight,
    ];

    private static readonly BinaryOperator[] Comparisons =
        [BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual];

    private static readonly string[] Kinds = ["ringbuf", "ringbuf", "local", "skb"];

    private readonly Random _random = new(seed);

    /// <summary>How often, of 100 times, something is done that may be wrong: never in some programs.</summary>
    private readonly int _carelessness = (seed % 4) switch { 0 => 0, 1 => 3, 2 => 8, _ => 20 };

    public ImmutableArray<Statement> Generate() => Block(new ProgramMemory(ProgramShape.Owners), depth: 0);

    private bool IsCareless() => _random.Next(100) < _carelessness;

    private ImmutableArray<Statement> Block(ProgramMemory memory, int depth)
    {
        var held = memory.Held.ToHashSet();
        var statements = new List<Statement>();
        for (var left = _random.Next(1, depth == 0 ? 14 : 5); left > 0 && !memory.HasLeft; left--)
            Add(statements, memory, depth);

        // What a block acquires it gives back.
        foreach (var owner in memory.Held.Where(owner => !held.Contains(owner)).ToList())
        {
            if (!memory.HasLeft && !IsCareless())
                Release(statements, memory, owner);
        }

        return [.. statements];
    }

    private void Add(List<Statement> statements, ProgramMemory memory, int depth)
    {
        switch (_random.Next(depth < MaxDepth ? 25 : 17))
        {
            case 0 or 1 or 2:
                Make(statements, memory);
                break;
            case 3:
                if (Pick(memory.Held) is { } released)
                    Release(statements, memory, released);
                else if (IsCareless())
                    statements.Add(new Statement.Release(_random.Next(memory.Count)));
                break;
            case 4:
                Clone(statements, memory);
                break;
            case 5 or 6:
                if (PickAlive(memory) is { } asked)
                    statements.Add(new Statement.Ask(asked, Number()));
                break;
            case 7:
                if (PickAlive(memory) is { } written)
                {
                    statements.Add(new Statement.Write(written));
                    memory.Write(written);
                }

                break;
            case 8:
                if (PickAlive(memory) is { } viewed)
                    statements.Add(View(memory, viewed));
                break;
            case 9:
                var (target, source) = (View(), View());
                statements.Add(new Statement.CopyView(target, source));
                memory.CopyView(target, source);
                break;
            case 10 or 11:
                if (Pick(IsCareless() ? Enumerable.Range(0, ProgramShape.Views) : memory.Usable) is { } view)
                    Access(statements, view, memory.SizeOf(view));
                break;
            case 12:
                statements.Add(new Statement.Set(Number(), Constant()));
                break;
            case 13 or 14:
                statements.Add(new Statement.Compute(Number(), Operators[_random.Next(Operators.Length)], Number(), Operand()));
                break;
            case 15:
                statements.Add(new Statement.Convert(Number(), Number()));
                break;
            case 16:
                if (depth > 0 && _random.Next(3) == 0)
                    Leave(statements, memory);
                break;
            case 17 or 18:
                Branch(statements, memory, depth);
                break;
            case 19 or 20 or 21:
                if (PickAlive(memory) is { } used)
                    UseView(statements, memory, used, depth);
                break;
            case 22 when hasLoops:
                statements.Add(new Statement.Repeat(Number(), _random.Next(1, 6), Loop(memory, depth)));
                break;
            case 23 when hasLoops && PickAlive(memory) is { } context:
                statements.Add(new Statement.Callback(_random.Next(4), context, Nested(memory, context, depth)));
                break;
            case 24 when Pick(Enumerable.Range(0, memory.Count)) is { } passed:
                statements.Add(new Statement.Call(passed, Nested(memory, passed, depth)));
                break;
        }
    }

    private void Make(List<Statement> statements, ProgramMemory memory)
    {
        if (Pick(Enumerable.Range(0, memory.Count).Where(owner => memory.MayOverwrite(owner) || IsCareless())) is not { } made)
            return;
        var kind = Kinds[_random.Next(Kinds.Length)];
        statements.Add(new Statement.Make(kind, made));
        memory.Make(made, kind);
    }

    private static void Release(List<Statement> statements, ProgramMemory memory, int owner)
    {
        if (!memory.IsHeld(owner))
            return;
        statements.Add(new Statement.Release(owner));
        memory.Release(owner);
    }

    private void Clone(List<Statement> statements, ProgramMemory memory)
    {
        if (PickAlive(memory) is not { } source || Pick(Enumerable.Range(0, memory.Count).Where(owner => owner != source && (memory.MayOverwrite(owner) || IsCareless()))) is not { } target)
            return;
        statements.Add(new Statement.MakeClone(source, target));
        memory.Clone(source, target);
    }

    private void Leave(List<Statement> statements, ProgramMemory memory)
    {
        foreach (var owner in memory.Held.ToList())
        {
            if (!IsCareless())
                Release(statements, memory, owner);
        }

        // A function that is given an owner leaves it as it was, or its caller knows no more.
        statements.Add(new Statement.Leave());
        memory.HasLeft = true;
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

    private ImmutableArray<Statement> Loop(ProgramMemory memory, int depth)
    {
        var inside = memory.Fork();
        var body = Block(inside, depth + 1);
        memory.Join(inside, memory.Fork());
        return body;
    }

    private ImmutableArray<Statement> Nested(ProgramMemory memory, int owner, int depth)
    {
        var inside = memory.Only(owner);
        var body = Block(inside, depth + 1);
        memory.Return(owner, inside);
        return body;
    }

    /// <summary>A view that is tested, and reached at an index that is bounded.</summary>
    private void UseView(List<Statement> statements, ProgramMemory memory, int owner, int depth)
    {
        var view = View(memory, owner);
        var inside = memory.Fork();
        inside.Test(view.Target, isNull: false);
        var body = new List<Statement>();
        if (depth < MaxDepth && _random.Next(3) == 0)
            Add(body, inside, depth + 1);
        if (IsCareless())
            End(body, inside, owner);
        if (inside.Usable.Contains(view.Target) || IsCareless())
            Access(body, view.Target, inside.SizeOf(view.Target));
        statements.Add(view);
        statements.Add(new Statement.If(new Condition.IsNull(view.Target), [], [.. body]));
        memory.Join(inside, memory.Fork());
    }

    /// <summary>Something that may end the views of an owner.</summary>
    private void End(List<Statement> statements, ProgramMemory memory, int owner)
    {
        if (memory.IsHeld(owner) && _random.Next(2) == 0)
        {
            statements.Add(new Statement.Release(owner));
            statements.Add(new Statement.Make("ringbuf", owner));
        }
        else if (_random.Next(2) == 0)
        {
            statements.Add(new Statement.Write(owner));
        }
        else if (!memory.IsHeld(owner))
        {
            statements.Add(new Statement.Make("local", owner));
        }
    }

    /// <summary>An access at an index that is bounded by a mask, by a test or by a constant; or nearly.</summary>
    private void Access(List<Statement> statements, int view, long size)
    {
        var index = Number();
        Statement access = new Statement.Access(view, index, _random.Next(2) == 0);
        var limit = size + (IsCareless() ? 1 : 0);
        switch (_random.Next(7))
        {
            case 0:
                statements.Add(new Statement.Compute(index, BinaryOperator.And, index, new Size(_random.NextInt64(limit))));
                break;
            case 1:
                statements.Add(new Statement.Set(index, _random.NextInt64(limit)));
                break;
            case 2:
                statements.Add(new Statement.Compute(index, BinaryOperator.Remainder, index, new Size(limit)));
                access = AtLeast(index, 0, access);
                break;
            case 3:
                var start = _random.Next(100);
                access = Between(index, start, start + limit, new Statement.Compute(index, BinaryOperator.Subtract, index, new Size(start)), access);
                break;
            case 4:
                var distance = _random.NextInt64(limit);
                access = Between(index, 0, limit - distance, new Statement.Compute(index, BinaryOperator.Add, index, new Size(distance)), access);
                break;
            case 5:
                var factor = _random.Next(1, 5);
                access = Between(index, 0, ((limit - 1) / factor) + 1, new Statement.Compute(index, BinaryOperator.Multiply, index, new Size(factor)), access);
                break;
            default:
                access = Between(index, _random.Next(3), limit, access);
                break;
        }

        statements.Add(access);
    }

    private Statement Between(int index, long first, long end, params ImmutableArray<Statement> body) =>
        AtLeast(index, first, new Statement.If(new Condition.Compare(index, BinaryOperator.Less, new Size(end)), body, []));

    private Statement AtLeast(int index, long first, Statement body) =>
        (first == 0 && NumberTypeIsUnsigned(index)) || IsCareless() ? body : new Statement.If(new Condition.Compare(index, BinaryOperator.GreaterOrEqual, new Size(first)), [body], []);

    private static bool NumberTypeIsUnsigned(int number) => number is not (2 or 3);

    private Statement.View View(ProgramMemory memory, int owner)
    {
        var view = new Statement.View(View(), owner, _random.Next(2) == 0, IsCareless() ? new Size(0, Number()) : new Size(_random.Next(1, ProgramShape.LargestView + 1)));
        memory.View(view);
        return view;
    }

    private Condition Condition() => _random.Next(6) switch
    {
        0 or 1 => new Condition.IsNull(View()),
        2 => new Condition.Bits(Number(), Constant()),
        _ => new Condition.Compare(Number(), Comparisons[_random.Next(Comparisons.Length)], Operand()),
    };

    private Size Operand() => _random.Next(4) == 0 ? new Size(0, Number()) : new Size(Constant());

    private long Constant() => _random.Next(8) switch
    {
        0 => -_random.Next(20),
        1 => 1L << _random.Next(31),
        2 => (1L << _random.Next(31)) - 1,
        3 => int.MaxValue - _random.Next(3),
        _ => _random.Next(20),
    };

    private int? PickAlive(ProgramMemory memory) => Pick(IsCareless() ? Enumerable.Range(0, memory.Count) : memory.Alive);

    private int? Pick(IEnumerable<int> candidates)
    {
        var list = candidates.ToList();
        return list.Count == 0 ? null : list[_random.Next(list.Count)];
    }

    private int View() => _random.Next(ProgramShape.Views);

    private int Number() => _random.Next(ProgramShape.Numbers);
}
