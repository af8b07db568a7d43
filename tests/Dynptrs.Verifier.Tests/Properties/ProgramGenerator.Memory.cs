using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Views and spans: where they come from, and accesses at indexes that are bounded.</summary>
internal sealed partial class ProgramGenerator
{
    private void AddMemory(List<Statement> statements, ProgramMemory memory)
    {
        switch (_random.Next(6))
        {
            case 0:
                if (PickAlive(memory) is { } viewed && NewView(memory, viewed) is { } view)
                    statements.Add(view);
                break;
            case 1:
                if (Unlocked(ProgramShape.ReadOnlyView, _locks.Views) is not { } target)
                    return;
                var source = _random.Next(ProgramShape.ReadOnlyView);
                if (_random.Next(2) == 0)
                    statements.AddRange([new Statement.AliasView(source), new Statement.LoadView(target)]);
                else
                    statements.Add(new Statement.CopyView(target, source));
                memory.CopyView(target, source);
                break;
            case 2:
                if (_random.Next(3) == 0)
                    statements.Add(new Statement.AliasView(_random.Next(ProgramShape.ReadOnlyView)));
                else if (IsCareless() && Unlocked(ProgramShape.ReadOnlyView, _locks.Views) is { } loaded)
                    statements.Add(new Statement.LoadView(loaded));
                else if (IsCareless())
                    statements.Add(new Statement.Element(Span(), Number(), _random.Next(2) == 0));
                break;
            default:
                if (Pick(IsCareless() ? Enumerable.Range(0, ProgramShape.Views) : memory.Usable) is { } used)
                    Use(statements, memory, used);
                break;
        }
    }

    /// <summary>A view that is tested, and reached at an index that is bounded.</summary>
    private void UseView(List<Statement> statements, ProgramMemory memory, int owner, int depth)
    {
        if (NewView(memory, owner) is not { } view)
            return;
        var inside = memory.Fork();
        inside.Test(view.Target, isNull: false);
        var body = new List<Statement>();
        if (depth < MaxDepth && _random.Next(3) == 0)
            Add(body, inside, depth + 1);
        LeaveSince(body, inside, memory.Regions.Count);
        if (IsCareless())
            End(body, inside, owner);
        if (inside.Usable.Contains(view.Target) || IsCareless())
            Use(body, inside, view.Target);
        statements.Add(view);
        statements.Add(new Statement.If(new Condition.IsNull(view.Target), [], [.. body]));
        memory.Join(inside, memory.Fork());
    }

    /// <summary>Something that may end the views of an owner.</summary>
    private void End(List<Statement> statements, ProgramMemory memory, int owner)
    {
        if (memory.IsHeld(owner) && _random.Next(2) == 0)
        {
            statements.Add(new Statement.Release(owner, memory.KindOf(owner)));
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

    /// <summary>Reaches a view itself, a span over it, or a part of that span.</summary>
    private void Use(List<Statement> statements, ProgramMemory memory, int view)
    {
        var size = memory.SizeOf(view);
        var isWrite = _random.Next(2) == 0 && (view != ProgramShape.ReadOnlyView || IsCareless());
        if (_random.Next(2) == 0)
        {
            Access(statements, memory, size, index => new Statement.Access(view, index, isWrite));
            return;
        }

        var span = Span();
        statements.Add(new Statement.Span(span, view));
        memory.SetSpan(span, view, view == ProgramShape.ReadOnlyView);
        for (var parts = _random.Next(3); parts > 0; parts--)
        {
            var offset = _random.NextInt64(size);
            var rest = size - offset;
            var length = _random.Next(2) == 0 ? _random.NextInt64(rest) + 1 : rest;
            var target = Span();
            statements.Add(new Statement.Part(target, span, new Size(offset), length == rest ? null : new Size(length)));
            memory.SetSpan(target, memory.SpanOf(span) is { } whole ? whole with { Size = length } : null);
            (span, size) = (target, length);
        }

        if (_random.Next(4) == 0)
            statements.Add(new Statement.Measure(Number(), span));
        if (_random.Next(3) == 0 && (view != ProgramShape.ReadOnlyView || IsCareless()))
            Access(statements, memory, size + 1, index => new Statement.Give(span, new Size(0, index)));
        else
            Access(statements, memory, size, index => new Statement.Element(span, index, isWrite));
    }

    /// <summary>An access at an index that is bounded by a mask, by a test or by a constant; or nearly.</summary>
    private void Access(List<Statement> statements, ProgramMemory memory, long size, Func<int, Statement> at)
    {
        var index = Number();
        if (_random.Next(2) == 0)
            Ask(statements, memory, index);
        var access = at(index);
        var limit = size + (IsCareless() ? 1 : 0);
        switch (_random.Next(9))
        {
            case 0:
                var mask = new Size(_random.NextInt64(limit)) { IsLoadTime = _random.Next(4) == 0 };
                statements.Add(new Statement.Compute(index, BinaryOperator.And, index, mask));
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
                access = Between(
                    index, start, start + limit, new Statement.Compute(index, BinaryOperator.Subtract, index, new Size(start)), access);
                break;
            case 4:
                var distance = _random.NextInt64(limit);
                access = Between(
                    index, 0, limit - distance, new Statement.Compute(index, BinaryOperator.Add, index, new Size(distance)), access);
                break;
            case 5:
                var factor = _random.Next(1, 5);
                access = Between(
                    index,
                    0,
                    ((limit - 1) / factor) + 1,
                    new Statement.Compute(index, BinaryOperator.Multiply, index, new Size(factor)),
                    access);
                break;
            case 6 or 7:
                access = Linked(statements, index, limit, access);
                break;
            default:
                access = Between(index, _random.Next(3), limit, access);
                break;
        }

        statements.Add(access);
    }

    /// <summary>Lets a helper answer a number, if there is one to ask.</summary>
    private void Ask(List<Statement> statements, ProgramMemory memory, int number)
    {
        if (PickAlive(memory) is { } asked)
            statements.Add(new Statement.Ask(Spell(memory, asked), number, IsBounded: _random.Next(4) == 0));
    }

    /// <summary>A test of what was made of an index, or is made of it on one path only: it teaches about the index, or seems to.</summary>
    private Statement Linked(List<Statement> statements, int index, long limit, Statement access)
    {
        var (made, constant) = (Number(), _random.Next(20));
        if (_random.Next(2) == 0)
            statements.Add(new Statement.Convert(index, Number()));
        switch (_random.Next(5))
        {
            case 0:
                statements.Add(Perhaps(new Statement.Convert(made, index)));
                return Between(made, 0, limit, access);
            case 1:
                statements.Add(Perhaps(new Statement.Compute(made, BinaryOperator.Add, index, new Size(constant))));
                return Between(made, constant, constant + limit, access);
            case 2:
                var @operator = Linking[_random.Next(Linking.Length)];
                statements.Add(Perhaps(new Statement.Compute(made, @operator, index, new Size(constant))));
                return Between(made, 0, limit, access);
            case 3 when Unlocked(ProgramShape.Flags, _locks.Flags) is { } flag:
                statements.Add(Perhaps(new Statement.Remember(flag, new Condition.Compare(index, BinaryOperator.Less, new Size(limit)))));
                return AtLeast(index, 0, new Statement.If(new Condition.Flag(flag, false), [access], []));
            default:
                return new Statement.If(new Condition.Bits(index, ~15L | (IsCareless() ? 0 : ~(limit - 1))), [access], []);
        }
    }

    private Statement Perhaps(Statement statement) => IsCareless() ? new Statement.If(Condition(), [statement], []) : statement;

    private Statement Between(int index, long first, long end, params ImmutableArray<Statement> body) =>
        AtLeast(index, first, new Statement.If(new Condition.Compare(index, BinaryOperator.Less, new Size(end)), body, []));

    private Statement AtLeast(int index, long first, Statement body) =>
        (first == 0 && NumberTypeIsUnsigned(index)) || IsCareless()
            ? body
            : new Statement.If(new Condition.Compare(index, BinaryOperator.GreaterOrEqual, new Size(first)), [body], []);

    private static bool NumberTypeIsUnsigned(int number) => number is not (2 or 3 or 5);

    private Statement.View? NewView(ProgramMemory memory, int owner)
    {
        if (Unlocked(ProgramShape.Views, _locks.Views) is not { } target)
            return null;
        var view = new Statement.View(
            target,
            Spell(memory, owner),
            _random.Next(2) == 0,
            IsCareless() ? new Size(0, Number()) : new Size(_random.Next(1, ProgramShape.LargestView + 1)));
        memory.View(view, owner);
        return view;
    }

    private int Span() => _random.Next(ProgramShape.Spans);
}
