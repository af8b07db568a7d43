using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Memory of the program's own, refs into it, addresses, objects, and pointers of which nobody knows where they point.</summary>
internal sealed partial class ProgramGenerator
{
    private static readonly BinaryOperator[] AddressOperators =
        [BinaryOperator.Multiply, BinaryOperator.And, BinaryOperator.Or, BinaryOperator.Xor, BinaryOperator.ShiftLeft];

    private void AddPointer(List<Statement> statements, ProgramMemory memory)
    {
        switch (_random.Next(12))
        {
            case 0 or 1:
                Allocate(statements, memory);
                break;
            case 2 or 3:
                if (PickSpan(memory) is { } span)
                    UseSpan(statements, memory, span);
                break;
            case 4 or 5:
                TakeRef(statements, memory);
                break;
            case 6 or 7:
                MoveRef(statements, memory);
                break;
            case 8:
                UseAddress(statements, memory);
                break;
            case 9:
                AliasRef(statements, memory);
                break;
            case 10:
                if (_carelessness > 0 && _random.Next(3) == 0)
                    UseForeign(statements, memory);
                break;
            default:
                if (Unlocked(ProgramShape.Handles, _locks.Handles) is { } handle)
                {
                    memory.SetHandle(handle, isHeld: false);
                    statements.Add(new Statement.Find(handle));
                    var end = IsCareless() ? new Statement.GiveBack(handle) : (Statement)new Statement.UseHandle(handle);
                    statements.Add(Guard(new Condition.IsNullHandle(handle), [end]));
                }

                break;
        }
    }

    private void Allocate(List<Statement> statements, ProgramMemory memory)
    {
        var (origin, isReadOnly) = _random.Next(8) switch
        {
            0 or 1 => (MemoryOrigin.Global, false),
            2 => (MemoryOrigin.Global, true),
            3 => (MemoryOrigin.Constant, true),
            _ => (MemoryOrigin.Stack, false),
        };
        var size = _random.Next(10) switch
        {
            0 => _random.Next(100, _carelessness > 0 && _random.Next(3) == 0 ? 540 : 260),
            1 when IsCareless() => 0,
            1 or 2 => 16 + (8 * _random.Next(8)),
            _ => _random.Next(1, ProgramShape.LargestView + 1),
        };
        var target = Span();
        statements.Add(new Statement.Allocate(target, origin, isReadOnly, size));
        memory.SetSpan(target, new SpanMemory(null, size, isReadOnly, origin == MemoryOrigin.Stack));
        if (size > ProgramShape.LargestView && !isReadOnly && _random.Next(2) == 0)
            statements.AddRange([new Statement.Fill(target), .. OnStack()]);
        else if (_random.Next(2) == 0)
            UseSpan(statements, memory, target);
    }

    /// <summary>Perhaps a call of a function that takes some of the stack, too.</summary>
    private ImmutableArray<Statement> OnStack() => _random.Next(3) != 0
        ? []
        : [Through(
            Passing.Nothing,
            view: 0,
            new Statement.Allocate(0, MemoryOrigin.Stack, IsReadOnly: false, _random.Next(50, 300)),
            new Statement.Fill(0))];

    private void UseSpan(List<Statement> statements, ProgramMemory memory, int span)
    {
        var (size, isReadOnly) = memory.SpanOf(span) is { } known ? (known.Size, known.IsReadOnly) : (1, false);
        var mayWrite = !isReadOnly || IsCareless();
        switch (_random.Next(7))
        {
            case 0 when mayWrite && (size > 0 || IsCareless()):
                statements.Add(new Statement.Fill(span));
                break;
            case 1 when mayWrite && size > 0:
                var some = Number();
                Ask(statements, memory, some);
                statements.Add(Between(
                    some, IsCareless() ? 0 : 1, size + (IsCareless() ? 2 : 1), new Statement.GiveSome(span, new Size(0, some))));
                break;
            case 2 when mayWrite:
                Access(statements, memory, size + 1, index => new Statement.Give(span, new Size(0, index)));
                break;
            case 3 when size > 0:
                var read = Number();
                Access(statements, memory, size, index => new Statement.ReadByte(read, span, index));
                break;
            case 4 when IsCareless():
                statements.Add(new Statement.ClearSpan(span));
                statements.Add(_random.Next(2) == 0 ? new Statement.Fill(span) : new Statement.GiveSome(span, new Size(0)));
                memory.SetSpan(span, null);
                break;
            case 5 when size > 0:
                var (target, offset) = (Span(), _random.NextInt64(size));
                statements.Add(new Statement.Part(target, span, new Size(offset), null));
                memory.SetSpan(target, memory.SpanOf(span) is { } whole ? whole with { Size = size - offset } : null);
                break;
            default:
                if (size > 0)
                    Access(statements, memory, size, index => new Statement.Element(span, index, _random.Next(2) == 0 && mayWrite));
                break;
        }
    }

    /// <summary>A ref to a byte, which is reached.</summary>
    private void TakeRef(List<Statement> statements, ProgramMemory memory)
    {
        if (PickSpan(memory) is not { } span)
            return;
        var (target, size) = (Ref(), memory.SpanOf(span)?.Size ?? 1);
        if (size == 0)
            return;
        var offset = _random.Next(2) == 0 ? 0 : _random.NextInt64(size + (IsCareless() ? 1 : 0));
        statements.Add(new Statement.TakeRef(target, span, offset == 0 && _random.Next(2) == 0 ? null : new Size(offset)));
        memory.SetRef(target, memory.SpanOf(span) is { } whole ? whole with { Size = size - offset } : null);
        Reach(statements, memory, target);
    }

    /// <summary>A ref that is moved by a constant, or by a number in bounds, or too far and perhaps back.</summary>
    private void MoveRef(List<Statement> statements, ProgramMemory memory)
    {
        var source = KnownRef(statements, memory);
        var (target, size) = (Ref(), memory.RefOf(source)!.Size);
        if (_carelessness > 0 && _random.Next(4) == 0)
        {
            var distance = new Size(_random.Next(2) == 0 ? 1L << _random.Next(28, 34) : size);
            statements.Add(new Statement.MoveRef(target, source, distance));
            if (_random.Next(3) != 0)
                statements.Add(new Statement.MoveRef(target, target, distance with { Constant = -distance.Constant }));
            statements.Add(new Statement.Reach(target, IsWrite: false));
            memory.SetRef(target, null);
            return;
        }

        if (size <= 0)
            return;
        if (_random.Next(2) == 0)
        {
            var distance = _random.NextInt64(size);
            statements.Add(new Statement.MoveRef(target, source, new Size(distance)));
            memory.SetRef(target, memory.RefOf(source) is { } whole ? whole with { Size = size - distance } : null);
            Reach(statements, memory, target);
        }
        else
        {
            var isWrite = MayWrite(memory, source);
            Access(statements, memory, size, index => new Statement.ReachAt(source, index, isWrite));
        }
    }

    /// <summary>A ref whose address is kept as a number, computed with, and made a ref again.</summary>
    private void UseAddress(List<Statement> statements, ProgramMemory memory)
    {
        var source = KnownRef(statements, memory);
        var (target, size) = (Ref(), memory.RefOf(source)!.Size);
        statements.Add(new Statement.TakeAddress(source));
        var distance = size > 0 ? _random.NextInt64(size + (IsCareless() ? 1 : 0)) : 0;
        if (IsCareless())
            statements.Add(new Statement.ComputeAddress(AddressOperators[_random.Next(AddressOperators.Length)], Operand()));
        else
            statements.Add(new Statement.ComputeAddress(BinaryOperator.Add, new Size(distance)));
        statements.Add(new Statement.UseAddress(target));
        memory.SetRef(target, memory.RefOf(source) is { } whole ? whole with { Size = size - distance } : null);
        Reach(statements, memory, target);
    }

    /// <summary>A ref that is read through a pointer to it.</summary>
    private void AliasRef(List<Statement> statements, ProgramMemory memory)
    {
        var (source, target) = (KnownRef(statements, memory), Ref());
        statements.AddRange([new Statement.AliasRef(source), new Statement.LoadRef(target)]);
        memory.SetRef(target, memory.RefOf(source));
        Reach(statements, memory, target);
    }

    /// <summary>A pointer, a view or an owner of which nobody knows where it lies.</summary>
    private void UseForeign(List<Statement> statements, ProgramMemory memory)
    {
        // Memory in which there is room for a pointer.
        var (source, size) = (Span(), _random.Next(8, ProgramShape.LargestView + 1));
        statements.Add(new Statement.Allocate(source, Writable(), IsReadOnly: false, size));
        memory.SetSpan(source, null);
        switch (_random.Next(4))
        {
            case 0:
                var view = _random.Next(ProgramShape.ReadOnlyView);
                memory.DropView(view);
                statements.Add(new Statement.LoadPointer(view, source, IsView: true));
                statements.Add(Guard(new Condition.IsNull(view), [new Statement.Access(view, Number(), _random.Next(2) == 0)]));
                break;
            case 1 when memory.Count == ProgramShape.Owners:
                memory.Alias = -1;
                statements.Add(new Statement.AliasMemory(source));
                statements.Add(_random.Next(2) == 0
                    ? new Statement.Ask(ProgramShape.Alias, Number())
                    : new Statement.Make("local", ProgramShape.Alias));
                break;
            case 2:
                var made = Ref();
                memory.SetRef(made, null);
                statements.AddRange([new Statement.UseAddress(made), new Statement.Reach(made, _random.Next(2) == 0)]);
                break;
            default:
                var read = Ref();
                memory.SetRef(read, null);
                statements.Add(new Statement.LoadPointer(read, source, IsView: false));
                statements.Add(new Statement.Reach(read, _random.Next(2) == 0));
                break;
        }
    }

    private void Reach(List<Statement> statements, ProgramMemory memory, int pointer)
    {
        if ((memory.RefOf(pointer) is { Size: > 0 } && _random.Next(4) != 0) || IsCareless())
            statements.Add(new Statement.Reach(pointer, MayWrite(memory, pointer)));
    }

    private bool MayWrite(ProgramMemory memory, int pointer) =>
        _random.Next(2) == 0 && (memory.RefOf(pointer) is not { IsReadOnly: true } || IsCareless());

    private int? PickSpan(ProgramMemory memory) => Pick(IsCareless() ? Enumerable.Range(0, ProgramShape.Spans) : memory.Spans);

    private MemoryOrigin Writable() => _random.Next(2) == 0 ? MemoryOrigin.Stack : MemoryOrigin.Global;

    /// <summary>A ref to memory that is there, made where there is none.</summary>
    private int KnownRef(List<Statement> statements, ProgramMemory memory)
    {
        if (Pick(memory.Refs) is { } known)
            return known;
        var (span, target) = (Span(), Ref());
        if (memory.SpanOf(span) is not { Size: > 0 })
            span = MakeSpan(statements, memory);
        statements.Add(new Statement.TakeRef(target, span, new Size(0)));
        memory.SetRef(target, memory.SpanOf(span));
        return target;
    }

    private int MakeSpan(List<Statement> statements, ProgramMemory memory)
    {
        var (span, size) = (Span(), _random.Next(1, ProgramShape.LargestView + 1));
        statements.Add(new Statement.Allocate(span, Writable(), IsReadOnly: false, size));
        memory.SetSpan(span, new SpanMemory(null, size, IsReadOnly: false, IsStack: true));
        return span;
    }

    private int Ref() => Unlocked(ProgramShape.Refs, _locks.Refs) ?? 0;
}
