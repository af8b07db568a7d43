using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Owners, handles and records: what is acquired, and given back.</summary>
internal sealed partial class ProgramGenerator
{
    private void AddOwnership(List<Statement> statements, ProgramMemory memory)
    {
        switch (_random.Next(14))
        {
            case 0 or 1 or 2 or 3:
                Make(statements, memory);
                break;
            case 4 or 5:
                if (Pick(memory.Held.Where(owner => IsUnlocked(owner) && (memory.MayRelease(owner) || IsCareless()))) is { } released)
                    Release(statements, memory, released);
                else if (IsCareless())
                    statements.Add(new Statement.Release(_random.Next(memory.Count), "ringbuf"));
                break;
            case 6 or 7:
                Clone(statements, memory);
                break;
            case 8 or 9:
                if (PickAlive(memory) is { } asked)
                    statements.Add(new Statement.Ask(Spell(memory, asked), Number(), IsBounded: _random.Next(4) == 0));
                break;
            case 10:
                if (PickAlive(memory) is { } written)
                {
                    statements.Add(new Statement.Write(Spell(memory, written)));
                    memory.Write(written);
                }

                break;
            case 11:
                if (PickOwner(memory, memory.MayOverwrite) is { } cleared)
                {
                    statements.Add(_random.Next(2) == 0 ? new Statement.Clear(Spell(memory, cleared)) : new Statement.EndScope(cleared));
                    memory.Drop(cleared);
                }

                break;
            case 12:
                if (PickOwner(memory, _ => true) is { } disposed)
                {
                    statements.Add(new Statement.Dispose(Spell(memory, disposed)));
                    if (memory.IsHeld(disposed))
                        memory.Release(disposed);
                }

                break;
            case 13 when _random.Next(2) == 0:
                CloneEither(statements, memory);
                break;
            default:
                memory.Alias = _random.Next(memory.Count);
                statements.Add(new Statement.Alias(memory.Alias));
                break;
        }
    }

    private void Make(List<Statement> statements, ProgramMemory memory)
    {
        if (PickOwner(memory, memory.MayOverwrite) is not { } made)
            return;
        if (Pick(memory.Handles) is { } parent && _random.Next(2) == 0)
        {
            statements.Add(new Statement.MakeChild(Spell(memory, made), parent));
            memory.Make(made, "child");
            return;
        }

        var kind = Kinds[_random.Next(Kinds.Length)];
        statements.Add(new Statement.Make(kind, Spell(memory, made)));
        memory.Make(made, kind);
    }

    private void Release(List<Statement> statements, ProgramMemory memory, int owner)
    {
        if (!memory.IsHeld(owner))
            return;
        statements.Add(new Statement.Release(Spell(memory, owner), memory.KindOf(owner)));
        memory.Release(owner);
    }

    private void Clone(List<Statement> statements, ProgramMemory memory)
    {
        if (PickAlive(memory) is not { } source
            || PickOwner(memory, owner => owner != source && memory.MayOverwrite(owner)) is not { } target)
        {
            return;
        }

        // A helper's arguments by reference are distinct.
        statements.Add(new Statement.MakeClone(memory.Alias == source ? Spell(memory, source) : source, target));
        memory.Clone(source, target);
    }

    /// <summary>A clone of one owner or of another: what is given back may be what it is a clone of.</summary>
    private void CloneEither(List<Statement> statements, ProgramMemory memory)
    {
        int[] owners =
        [
            .. Enumerable.Range(0, memory.Count)
                .Where(owner => IsUnlocked(owner) && memory.MayOverwrite(owner))
                .OrderBy(_ => _random.Next())
                .Take(3),
        ];
        if (owners is not [var first, var second, var clone] || Unlocked(ProgramShape.Numbers, _locks.Numbers) is not { } number)
            return;
        statements.AddRange(
        [
            new Statement.Make("ringbuf", first),
            new Statement.Make("ringbuf", second),
            new Statement.Ask(first, number),
            new Statement.If(
                NumberCondition(number), [new Statement.MakeClone(first, clone)], [new Statement.MakeClone(second, clone)]),
            new Statement.Release(first, "ringbuf"),
            new Statement.Release(second, "ringbuf"),
        ]);
        statements.Insert(statements.Count - (IsCareless() ? 1 : 2), new Statement.Ask(clone, number));
        foreach (var owner in owners)
            memory.Drop(owner);
    }

    /// <summary>Something that is acquired, used while it is not null, and given back.</summary>
    private void AddScope(List<Statement> statements, ProgramMemory memory, int depth)
    {
        var inside = memory.Fork();
        if (_random.Next(2) == 0)
        {
            if (Unlocked(ProgramShape.Handles, _locks.Handles) is not { } handle)
                return;
            inside.SetHandle(handle, isHeld: true);
            var body = Scope(inside, depth, _locks.Handles, handle);
            if (_random.Next(4) == 0 && Unlocked(ProgramShape.Handles, _locks.Handles) is { } copy && copy != handle)
                body = [.. body, new Statement.CopyHandle(copy, handle), new Statement.GiveBack(copy)];
            else if (_random.Next(3) == 0)
                body = [.. body, Through(Passing.Nothing with { Handle = handle }, view: 0, new Statement.GiveBack(0))];
            else if (!IsCareless())
                body = [.. body, new Statement.GiveBack(handle)];
            if (IsCareless())
                body = [.. body, UseAgain(handle)];
            statements.Add(new Statement.Rent(handle));
            if (IsCareless())
                statements.AddRange(body);
            else
                statements.Add(Guard(new Condition.IsNullHandle(handle), body));
            inside.SetHandle(handle, isHeld: false);
        }
        else
        {
            if (Unlocked(ProgramShape.ReadOnlyView, _locks.Views) is not { } view)
                return;
            var size = _random.Next(1, ProgramShape.LargestView + 1);
            inside.Record(view, size);
            var body = Scope(inside, depth, _locks.Views, view);
            if (_random.Next(3) == 0)
                body = [.. body, Through(Passing.Nothing, view, new Statement.Submit(0))];
            else if (!IsCareless())
                body = [.. body, new Statement.Submit(view)];
            if (IsCareless())
                body = [.. body, new Statement.Submit(view)];
            statements.AddRange([new Statement.Record(view, size), Guard(new Condition.IsNull(view), body)]);
            inside.DropView(view);
        }

        memory.Join(inside, inside.Fork());
    }

    /// <summary>A use or release of an object that may be gone, perhaps in a function.</summary>
    private Statement UseAgain(int handle)
    {
        var (passing, isUse) = (Passing.Nothing with { Handle = handle }, _random.Next(2) == 0);
        return _random.Next(2) == 0 ? Through(passing, view: 0, UseOf(0)) : UseOf(handle);

        Statement UseOf(int given) => isUse ? new Statement.UseHandle(given) : new Statement.GiveBack(given);
    }

    private ImmutableArray<Statement> Scope(ProgramMemory inside, int depth, HashSet<int> locks, int locked)
    {
        var isLocked = locks.Add(locked);
        _pending++;
        var body = Block(inside, depth + 1);
        _pending--;
        if (isLocked)
            locks.Remove(locked);
        return body;
    }

    private Statement.If Guard(Condition isNull, ImmutableArray<Statement> body) =>
        IsCareless() ? new Statement.If(isNull, body, []) : new Statement.If(isNull, [], body);

    /// <summary>Two branches on the same: the second gives back what the first acquired.</summary>
    private void Correlate(List<Statement> statements, ProgramMemory memory, int depth)
    {
        if (PickOwner(memory, memory.MayOverwrite) is not { } owner
            || Unlocked(ProgramShape.Numbers, _locks.Numbers) is not { } number
            || !_locks.Numbers.Add(number))
        {
            return;
        }

        var condition = NumberCondition(number);
        var bound = condition is Condition.Compare { Right.Number: >= 0 and var other } && _locks.Numbers.Add(other) ? other : -1;
        var flag = _random.Next(2) == 0 ? Unlocked(ProgramShape.Flags, _locks.Flags) : null;
        if (flag is { } remembered)
        {
            statements.Add(new Statement.Remember(remembered, condition));
            condition = new Condition.Flag(remembered, _random.Next(2) == 0);
            _locks.Flags.Add(remembered);
        }

        _locks.Owners.Add(owner);
        memory.Drop(owner);
        statements.Add(new Statement.If(condition, [new Statement.Make("ringbuf", owner)], []));
        _pending++;
        var opened = memory.Regions.Count;
        for (var left = _random.Next(3); left > 0; left--)
            Add(statements, memory, depth);
        LeaveSince(statements, memory, opened);
        _pending--;
        statements.Add(new Statement.If(condition, [new Statement.Release(owner, "ringbuf")], []));
        memory.Drop(owner);
        _locks.Owners.Remove(owner);
        _locks.Numbers.Remove(number);
        _locks.Numbers.Remove(bound);
        _locks.Flags.Remove(flag ?? -1);
    }

    private int? PickAlive(ProgramMemory memory) => Pick(IsCareless() ? Enumerable.Range(0, memory.Count) : memory.Alive.Where(IsUnlocked));

    private int? PickOwner(ProgramMemory memory, Func<int, bool> filter) =>
        Pick(Enumerable.Range(0, memory.Count).Where(owner => IsCareless() || (IsUnlocked(owner) && filter(owner))));

    private bool IsUnlocked(int owner) => !_locks.Owners.Contains(owner);

    /// <summary>An owner by its name, or as what the ref variable points to.</summary>
    private int Spell(ProgramMemory memory, int owner) =>
        memory.Count == ProgramShape.Owners && (memory.Alias == owner || IsCareless()) && _random.Next(2) == 0 ? ProgramShape.Alias : owner;
}
