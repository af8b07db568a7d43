using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Regions: what is entered and left, calls that need them, and calls that they do not allow.</summary>
internal sealed partial class ProgramGenerator
{
    /// <summary>How many regions were open where the block began, and where the innermost loop did.</summary>
    private (int Block, int Loop) _opened;

    private void AddRegion(List<Statement> statements, ProgramMemory memory, int depth)
    {
        switch (_random.Next(10))
        {
            case 0 or 1:
                Enter(statements, memory, RegionKind.Section, at: -1);
                break;
            case 2 or 3:
                for (var times = _random.Next(1, 3); times > 0; times--)
                    MakeInterrupts(statements, memory);
                break;
            case 4:
                switch (_random.Next(4))
                {
                    case 0:
                        LockAtNumber(statements, memory);
                        break;
                    case 1:
                        LockOneOfTwo(statements, memory);
                        break;
                    default:
                        EnterLock(statements, memory);
                        break;
                }

                break;
            case 5 when depth < MaxDepth:
                LockFound(statements, memory, depth);
                break;
            case 6:
                if (memory.MaySleep || IsCareless())
                    statements.Add(new Statement.CallSleep());
                break;
            case 7:
                Need(statements, memory);
                break;
            case 8 when hasLoops && depth < MaxDepth:
                EnterInRounds(statements, memory);
                break;
            default:
                LeaveSome(statements, memory);
                break;
        }
    }

    /// <summary>What may be done while a lock is held: nothing that a helper does, but what is allowed.</summary>
    private void AddLocked(List<Statement> statements, ProgramMemory memory, int depth)
    {
        switch (_random.Next(depth < MaxDepth ? 9 : 7))
        {
            case 0:
                AddNumber(statements);
                break;
            case 1:
                if (Pick(memory.Refs) is { } pointer)
                    Reach(statements, memory, pointer);
                break;
            case 2:
                if (Pick(memory.Usable) is { } view)
                {
                    var index = Number();
                    statements.Add(new Statement.Set(index, _random.NextInt64(memory.SizeOf(view))));
                    statements.Add(new Statement.Access(view, index, IsWrite: false));
                }

                break;
            case 3:
                Statement permitted = new Statement.CallPermitted();
                statements.Add(_random.Next(3) == 0 ? Through(Passing.Nothing, view: 0, permitted) : permitted);
                break;
            case 4:
                Need(statements, memory);
                break;
            case 5 or 6:
                LeaveSome(statements, memory);
                break;
            case 7:
                Branch(statements, memory, depth);
                break;
            default:
                if (hasLoops)
                    Repeat(statements, memory, depth);
                else
                    AddExit(statements, memory, depth);
                break;
        }
    }

    private void MakeInterrupts(List<Statement> statements, ProgramMemory memory)
    {
        if (PickOwner(memory, memory.MayOverwrite) is not { } flags)
            return;
        statements.Add(new Statement.Make(GeneratedRegions.Interrupts, Spell(memory, flags)));
        memory.Make(flags, GeneratedRegions.Interrupts);
    }

    /// <summary>Two locks that are looked up, one of which is entered; what is left may be the other.</summary>
    private void LockOneOfTwo(List<Statement> statements, ProgramMemory memory)
    {
        if (_locks.Handles.Count > 0)
            return;
        memory.SetHandle(0, isHeld: false);
        memory.SetHandle(1, isHeld: false);
        var (kind, entered) = (_random.Next(2) == 0 ? RegionKind.Lock : RegionKind.Guard, _random.Next(2));
        var left = _carelessness > 0 && _random.Next(6) == 0 ? 1 - entered : entered;
        ImmutableArray<Statement> body =
        [
            Apart(new Statement.UseRegion(kind, RegionEffect.Enters, entered)),
            Apart(new Statement.UseRegion(kind, RegionEffect.Leaves, left)),
        ];
        statements.AddRange(
        [
            new Statement.Find(0),
            new Statement.Find(1),
            Guard(new Condition.IsNullHandle(0), [Guard(new Condition.IsNullHandle(1), body)]),
        ]);
    }

    private void EnterLock(List<Statement> statements, ProgramMemory memory)
    {
        var kind = (RegionKind)_random.Next((int)RegionKind.Lock, (int)RegionKind.Guard + 1);
        var known = kind == RegionKind.Spot ? memory.Refs : memory.Handles;
        if (Pick(known.Where(at => IsCareless() || !memory.IsOpen(kind, at))) is { } lockAt)
            Enter(statements, memory, kind, lockAt);
    }

    /// <summary>A lock that lies as far in memory as a number says; what is left lies there, too, or somewhere else.</summary>
    private void LockAtNumber(List<Statement> statements, ProgramMemory memory)
    {
        var (entered, number) = (Ref(), Number());
        var left = _random.Next(2) == 0 ? entered : Ref();
        if (_carelessness > 0 && !memory.Alive.Any() && PickOwner(memory, memory.MayOverwrite) is { } asked)
        {
            statements.Add(new Statement.Make("local", asked));
            memory.Make(asked, "local");
            left = ProgramShape.Refs - 1 - entered;
        }

        // What is overwritten takes its spans along.
        var writable = memory.Spans.Where(span => memory.SpanOf(span) is { Size: > 0, IsReadOnly: false });
        var span = Pick(writable) ?? MakeSpan(statements, memory);

        Take(entered);
        statements.Add(new Statement.UseRegion(RegionKind.Spot, RegionEffect.Enters, entered));
        if (left != entered)
            Take(left);
        statements.Add(new Statement.UseRegion(RegionKind.Spot, RegionEffect.Leaves, left));

        void Take(int pointer)
        {
            var most = memory.SpanOf(span)!.Size - 1;
            if (_carelessness == 0 || most == 0 || _random.Next(3) == 0)
            {
                statements.Add(new Statement.TakeRef(pointer, span, new Size(_carelessness == 0 ? most : _random.NextInt64(most + 1))));
            }
            else
            {
                Ask(statements, memory, number);
                statements.Add(new Statement.Compute(number, BinaryOperator.And, number, new Size(most)));
                statements.Add(new Statement.TakeRef(pointer, span, new Size(0, number)));
            }

            memory.SetRef(pointer, null);
        }
    }

    /// <summary>A lock that is looked up; what it guards comes after it is entered, and a function may do either for its caller.</summary>
    private void LockFound(List<Statement> statements, ProgramMemory memory, int depth)
    {
        if (Unlocked(ProgramShape.Handles, _locks.Handles) is not { } handle)
            return;
        var inside = memory.Fork();
        inside.SetHandle(handle, isHeld: true);
        var body = new List<Statement>();
        var isLocking = _locks.Handles.Add(handle);
        Enter(body, inside, _random.Next(2) == 0 ? RegionKind.Lock : RegionKind.Guard, handle);
        var open = inside.Regions[^1];
        body.AddRange(Block(inside, depth + 1));
        if (!inside.HasLeft && inside.Regions.Contains(open) && !IsCareless())
            Leave(body, inside, open);
        if (isLocking)
            _locks.Handles.Remove(handle);
        statements.AddRange([new Statement.Find(handle), Guard(new Condition.IsNullHandle(handle), [.. body])]);
        inside.SetHandle(handle, isHeld: false);
        memory.SetHandle(handle, isHeld: false);
        memory.Join(inside, memory.Fork());
    }

    /// <summary>A region that is entered in each round of a loop, and left as often in another.</summary>
    private void EnterInRounds(List<Statement> statements, ProgramMemory memory)
    {
        var (kind, at) = (RegionKind.Section, -1);
        if (_carelessness > 0 && _random.Next(2) == 0 && Pick(memory.Handles) is { } handle)
            (kind, at) = (_random.Next(2) == 0 ? RegionKind.Lock : RegionKind.Guard, handle);
        var rounds = kind == RegionKind.Section ? _random.Next(1, 12) : _random.Next(1, 3);
        var counter = Number();
        Rounds(RegionEffect.Enters, rounds);
        AddNumber(statements);
        Rounds(RegionEffect.Leaves, IsCareless() ? rounds + _random.Next(-1, 2) : rounds);

        void Rounds(RegionEffect effect, int times) =>
            statements.Add(new Statement.Repeat(counter, new Size(times), [new Statement.UseRegion(kind, effect, at)]));
    }

    /// <summary>Enters a region, perhaps in a function.</summary>
    private void Enter(List<Statement> statements, ProgramMemory memory, RegionKind kind, int at)
    {
        statements.Add(Apart(new Statement.UseRegion(kind, RegionEffect.Enters, at)));
        var isLocking = kind switch
        {
            RegionKind.Section => false,
            RegionKind.Spot => _locks.Refs.Add(at),
            _ => _locks.Handles.Add(at),
        };
        memory.Enter(new OpenedRegion(kind, at, IsLocking: isLocking));
    }

    private void Leave(List<Statement> statements, ProgramMemory memory, OpenedRegion region)
    {
        statements.Add(Apart(new Statement.UseRegion(region.Kind, RegionEffect.Leaves, region.At)));
        memory.Leave(region);
        Unlock(region);
    }

    private void Unlock(OpenedRegion region)
    {
        if (region.IsLocking)
            (region.Kind == RegionKind.Spot ? _locks.Refs : _locks.Handles).Remove(region.At);
    }

    /// <summary>Leaves a region of this block; or one that others may leave, or that is not open.</summary>
    private void LeaveSome(List<Statement> statements, ProgramMemory memory)
    {
        if (IsCareless())
        {
            var kind = (RegionKind)_random.Next((int)RegionKind.Guard + 1);
            statements.Add(Apart(new Statement.UseRegion(kind, RegionEffect.Leaves, _random.Next(ProgramShape.Handles))));
            return;
        }

        var own = memory.Regions.Skip(_opened.Block).Where(region => !region.IsCallers).ToList();
        if (own.Count > 0)
            Leave(statements, memory, own[_random.Next(own.Count)]);
    }

    /// <summary>Leaves what was entered since some regions were open: the latest first.</summary>
    private void LeaveSince(List<Statement> statements, ProgramMemory memory, int count)
    {
        foreach (var region in memory.Regions.Skip(count).Where(region => !region.IsCallers).Reverse().ToList())
        {
            if (!memory.HasLeft && !IsCareless())
                Leave(statements, memory, region);
            else
                Unlock(region);
        }
    }

    /// <summary>Leaves regions where control leaves their blocks for good; the blocks still leave theirs on other paths.</summary>
    private void LeaveOnTheWayOut(List<Statement> statements, ProgramMemory memory, int count)
    {
        foreach (var region in memory.Regions.Skip(count).Where(region => !region.IsCallers).Reverse())
        {
            if (!IsCareless())
                statements.Add(Apart(new Statement.UseRegion(region.Kind, RegionEffect.Leaves, region.At)));
        }
    }

    private void Need(List<Statement> statements, ProgramMemory memory)
    {
        if (IsCareless())
        {
            var kind = (RegionKind)_random.Next((int)RegionKind.Guard + 1);
            statements.Add(new Statement.UseRegion(kind, RegionEffect.Needs, _random.Next(ProgramShape.Handles)));
            return;
        }

        // While a lock is held, what needs a read section is a helper like others.
        var open = memory.Regions.Where(region => region.Kind == RegionKind.Section ? !memory.IsLocked : region.At >= 0).ToList();
        if (open.Count > 0 && open[_random.Next(open.Count)] is var region)
            statements.Add(Apart(new Statement.UseRegion(region.Kind, RegionEffect.Needs, region.At)));
    }

    /// <summary>A call that has to do with a region, or a call of a function that makes it with what it is given.</summary>
    private Statement Apart(Statement.UseRegion use)
    {
        if (_random.Next(4) != 0)
            return use;
        var passing = use.Kind switch
        {
            RegionKind.Section => Passing.Nothing,
            RegionKind.Spot => Passing.Nothing with { Ref = use.At },
            _ => Passing.Nothing with { Handle = use.At },
        };
        return Through(passing, view: 0, use with { At = 0 });
    }
}
