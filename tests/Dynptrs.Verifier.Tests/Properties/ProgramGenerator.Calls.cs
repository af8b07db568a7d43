using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Functions that are followed: what they are given, what they do with it, and what they return.</summary>
internal sealed partial class ProgramGenerator
{
    /// <summary>The numbers that can be given by reference, each a variable of its own.</summary>
    private static readonly int[] ReferableNumbers = [2, 3];

    /// <summary>A call of a function that may do anything.</summary>
    private void Call(List<Statement> statements, ProgramMemory memory, int depth)
    {
        if (Given(memory, isAlive: false) is not { } owners)
            return;
        var view = _random.Next(ProgramShape.ReadOnlyView);
        var passing = PickPassing(memory);
        var body = Nested(memory, owners, depth, view, passing, out var inside);
        passing = passing with { Returned = PickReturned(inside), Target = _random.Next(ProgramShape.Spans) };
        statements.Add(new Statement.Call(owners[0], Number(), view, Number(), body) { Passing = passing });
        if (passing.Form == PassingForm.StructByRef)
            memory.DropView(view);
        Learn(memory, passing, inside);
    }

    /// <summary>A call of a function that only reaches what it is given: with a constant, within bounds that its caller knows.</summary>
    private void CallShort(List<Statement> statements, ProgramMemory memory)
    {
        var passing = PickPassing(memory);
        var (isWrite, number) = (_random.Next(2) == 0, Number());
        if (passing.Span >= 0 && memory.SpanOf(passing.Span) is { Size: var size, IsReadOnly: var isReadOnly })
        {
            isWrite &= !isReadOnly || IsCareless();
            var index = _random.NextInt64(size + (IsCareless() ? 2 : 0) + (size == 0 ? 1 : 0));
            statements.Add(new Statement.Set(number, index));
            statements.Add(Through(passing, 0, number, _random.Next(6) switch
            {
                0 => new Statement.Fill(0),
                1 => new Statement.GiveSome(0, new Size(0, 0)),
                2 => new Statement.Give(0, new Size(0, 0)),
                _ => new Statement.Element(0, 0, isWrite),
            }));
        }
        else if (passing.Ref >= 0 && memory.RefOf(passing.Ref) is { } pointed)
        {
            statements.Add(Through(passing, 0, number, new Statement.Reach(0, isWrite && (!pointed.IsReadOnly || IsCareless()))));
        }
        else if (passing.Handle >= 0)
        {
            statements.Add(Through(passing, 0, number, new Statement.UseHandle(0)));
        }
        else if (Pick(memory.Usable.Where(view => view != ProgramShape.ReadOnlyView)) is { } view)
        {
            statements.Add(new Statement.Set(number, _random.NextInt64(memory.SizeOf(view) + (IsCareless() ? 1 : 0))));
            statements.Add(Through(passing, view, number, new Statement.Access(0, 0, isWrite)));
        }
    }

    private Statement.Call Through(Passing passing, int view, params ImmutableArray<Statement> body) =>
        Through(passing with { Form = PickForm(), IsRoot = hasRoots && _random.Next(2) == 0 }, view, Number(), body);

    private static Statement.Call Through(Passing passing, int view, int argument, params ImmutableArray<Statement> body) =>
        new(ProgramShape.FirstOfPair, argument, view, argument, body) { Passing = passing };

    private Passing PickPassing(ProgramMemory memory) => new()
    {
        Form = PickForm(),
        Span = PickGiven(ProgramShape.Spans, memory.Spans),
        Ref = PickGiven(ProgramShape.Refs, memory.Refs),
        Handle = _random.Next(2) == 0 ? PickGiven(ProgramShape.Handles, memory.Handles) : -1,
        Number = _random.Next(4) == 0 ? ReferableNumbers[_random.Next(ReferableNumbers.Length)] : -1,
        IsRoot = hasRoots && _random.Next(2) == 0,
    };

    private PassingForm PickForm() => _random.Next(6) is var form && form <= (int)PassingForm.StructByRef
        ? (PassingForm)form
        : PassingForm.Separate;

    private int PickGiven(int count, IEnumerable<int> known) => Pick(IsCareless() ? Enumerable.Range(0, count) : known) ?? -1;

    /// <summary>What a function returns. It must not be memory of its own, as C# sees to in most cases.</summary>
    private Returned PickReturned(ProgramMemory inside) => _random.Next(8) switch
    {
        0 or 1 when inside.SpanOf(0) is { IsStack: false } || IsCareless() => Returned.Span,
        2 when inside.RefOf(0) is { IsStack: false } || IsCareless() => Returned.Ref,
        3 => Returned.View,
        4 => Returned.Handle,
        _ => Returned.Number,
    };

    private static void Learn(ProgramMemory memory, Passing passing, ProgramMemory inside)
    {
        switch (passing.Returned)
        {
            case Returned.Span:
                memory.SetSpan(
                    passing.Target % ProgramShape.Spans,
                    Known(inside.SpanOf(0), passing.Span < 0 ? null : memory.SpanOf(passing.Span)));
                break;
            case Returned.Ref:
                memory.SetRef(
                    passing.Target % ProgramShape.Refs,
                    Known(inside.RefOf(0), passing.Ref < 0 ? null : memory.RefOf(passing.Ref)));
                break;
            case Returned.View:
                memory.DropView(passing.Target % ProgramShape.ReadOnlyView);
                break;
            case Returned.Handle:
                memory.SetHandle(passing.Target % ProgramShape.Handles, isHeld: false);
                break;
        }

        // What comes back is taken for a part of what was given.
        static SpanMemory? Known(SpanMemory? returned, SpanMemory? given) => returned is { IsStack: false, View: null }
            ? returned with { View = given?.View, IsStack = given is { IsStack: true } }
            : null;
    }
}
