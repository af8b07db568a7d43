using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Loops that count down, shift, wait for a flag, or do not end.</summary>
internal sealed partial class ProgramGenerator
{
    private void While(List<Statement> statements, ProgramMemory memory, int depth)
    {
        if (Unlocked(ProgramShape.Numbers, _locks.Numbers) is not { } counter)
            return;
        var form = (LoopForm)_random.Next(9);
        if (form is LoopForm.Memory or LoopForm.None && !IsCareless())
            form = LoopForm.Flag;
        var (isLong, other) = (_random.Next(20) == 0, Unlocked(ProgramShape.Flags, _locks.Flags) ?? 0);
        var bound = new Size(isLong ? _random.Next(1, 1 << _random.Next(5, 13)) : _random.Next(1, 8)) { IsLoadTime = _random.Next(6) == 0 };
        if (IsCareless())
            bound = new Size(0, Number());
        var step = IsCareless() ? _random.Next(-1, 3) : _random.Next(3) == 0 ? _random.Next(1, 4) : 1;
        if (!IsCareless())
            Start(statements, memory, form, counter, bound.Constant);
        else
            Ask(statements, memory, counter);
        var body = LoopBody(memory, isLong ? MaxDepth : depth, form, counter, other);
        if (form == LoopForm.None || _random.Next(8) == 0)
            body = body.Insert(_random.Next(body.Length + 1), new Statement.If(NumberCondition(counter), [new Statement.Break()], []));
        statements.Add(new Statement.While(form, counter, other, bound, step, body));
    }

    /// <summary>A long loop, or two in one another, whose rounds test what a helper answers.</summary>
    private void RepeatTest(List<Statement> statements, ProgramMemory memory)
    {
        if (PickAlive(memory) is not { } asked)
            return;
        var number = Number();
        ImmutableArray<Statement> body =
        [
            new Statement.Ask(asked, number),
            new Statement.If(
                new Condition.Compare(number, BinaryOperator.Less, new Size(_random.Next(20))), [new Statement.Set(number, 0)], []),
        ];
        var (rounds, isNested) = (IsCareless() ? _random.Next(200, 400) : _random.Next(20, 200), _random.Next(2) == 0);
        var outer = isNested ? _random.Next(2, 6) : 1;
        var loop = new Statement.Repeat(Number(), new Size(rounds / outer), body);
        if (isNested && IsCareless())
            statements.Add(new Statement.Repeat(Number(), new Size(rounds), [Through(Passing.Nothing, view: 0, loop)]));
        else
            statements.Add(isNested ? new Statement.Repeat(Number(), new Size(outer), [loop]) : loop);
    }

    /// <summary>A loop that calls a function with a loop of its own: what both take is what they take together.</summary>
    private void RepeatCall(List<Statement> statements)
    {
        // Together they take more than they may, and each of them less.
        var isLong = _carelessness > 0 && _random.Next(4) == 0;
        var (outer, inner) = isLong ? (_random.Next(110, 140), _random.Next(400, 500)) : (_random.Next(2, 20), _random.Next(2, 20));
        ImmutableArray<Statement> body = isLong ? [] : [new Statement.Compute(3, BinaryOperator.Add, 3, new Size(_random.Next(3)))];
        var call = Through(Passing.Nothing, view: 0, argument: Number(), new Statement.Repeat(2, new Size(inner), body));
        statements.Add(new Statement.Repeat(Number(), new Size(outer), [call]));
    }

    /// <summary>Gives what counts a value from which it comes to its end.</summary>
    private void Start(List<Statement> statements, ProgramMemory memory, LoopForm form, int counter, long bound)
    {
        switch (form)
        {
            case LoopForm.Up or LoopForm.Flag:
                statements.Add(new Statement.Set(counter, _random.Next(4) == 0 ? bound / 2 : 0));
                break;
            case LoopForm.Down or LoopForm.DownPast when _random.Next(2) == 0:
                statements.Add(new Statement.Set(counter, bound));
                break;
            case LoopForm.Down or LoopForm.DownPast or LoopForm.Bits when _random.Next(2) == 0:
                Ask(statements, memory, counter);
                statements.Add(new Statement.Compute(counter, BinaryOperator.And, counter, new Size(15)));
                break;
            case LoopForm.Shift:
                Ask(statements, memory, counter);
                break;
            case LoopForm.Alias:
                statements.Add(new Statement.AliasNumber(ReferableNumbers[_random.Next(ReferableNumbers.Length)]));
                statements.Add(new Statement.StoreAlias(new Size(0)));
                break;
        }
    }

    private ImmutableArray<Statement> LoopBody(ProgramMemory memory, int depth, LoopForm form, int counter, int other)
    {
        var inside = memory.Fork();
        var locked = new List<int> { counter };
        if (form == LoopForm.Alias)
            locked.AddRange(ReferableNumbers);
        locked.RemoveAll(number => IsCareless() || !_locks.Numbers.Add(number));
        var isFlagLocked = form == LoopForm.Flag && !IsCareless() && _locks.Flags.Add(other);
        var body = _random.Next(4) == 0 ? [] : Rounds(inside, depth);
        _locks.Numbers.ExceptWith(locked);
        if (isFlagLocked)
            _locks.Flags.Remove(other);
        inside.HasLeft = false;
        memory.Join(inside, memory.Fork());
        return [.. body.Where(statement => form != LoopForm.Alias || statement is not Statement.AliasNumber || IsCareless())];
    }
}
