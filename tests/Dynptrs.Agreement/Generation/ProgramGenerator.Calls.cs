using System;
using System.Linq;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <content>Functions without a contract, and callbacks.</content>
internal sealed partial class ProgramGenerator
{
    private static readonly (string Map, string Type, string Values)[] WalkedMaps =
    [
        ("entries", "HashMap<uint, Entry>", "Entry"),
        ("blocks", "ArrayMap<Page>", "Page"),
        ("counts", "ArrayMap<ulong>", "ulong"),
    ];

    private void Call() => Choose(
        (3, CallMix),
        (2, CallBounded),
        (4, CallWithSpan),
        (2, CallWithEntry),
        (2, CallWithView),
        (1, CallWithOut),
        (_kind.Packet is not null && _frame.HasContext ? 2 : 0, CallWithPacket));

    /// <summary>Writes a function.</summary>
    /// <param name="kind">What its name ends with.</param>
    /// <param name="returns">The type of what it returns.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="result">What it may return.</param>
    /// <param name="body">Writes its body, up to what it returns.</param>
    /// <param name="rounds">How often it may run.</param>
    private string Function(string kind, string returns, string parameters, Func<string> result, Action body, int rounds = 1)
    {
        var name = $"{_name}__{NewName(kind)}";
        var caller = _frame;
        var mayCallFunctions = _mayCallFunctions;
        _frame = new Frame(result) { Rounds = caller.Rounds * rounds, IsInReadSection = caller.IsInReadSection };
        _mayCallFunctions &= Chance(30);
        body();
        if (returns != "void")
            Line($"return {_frame.Result};");
        _functions.Add($$"""

                private static {{returns}} {{name}}({{parameters}})
                {
            {{_frame.Text}}    }

            """);
        (_frame, _mayCallFunctions) = (caller, mayCallFunctions);
        return name;
    }

    private string Function(string kind, string returns, string parameters, Action body) =>
        Function(kind, returns, parameters, () => Bare(Value(NumberType.UInt)), body);

    private void DeclareResult(NumberType type, string call) => DeclareNumber("number", type, call, isAccumulator: true);

    private void CallMix()
    {
        var name = Function("mix", "uint", "uint left, ulong right", () =>
        {
            _frame.Add(new Number("left", NumberType.UInt) { IsAccumulator = true });
            _frame.Add(new Number("right", NumberType.ULong) { IsAccumulator = true });
            Statements(4);
        });
        DeclareResult(NumberType.UInt, $"{name}({Bare(Value(NumberType.UInt))}, {Bare(Value(NumberType.ULong))})");
    }

    /// <summary>A function whose result is an index.</summary>
    private void CallBounded()
    {
        var length = Pick<int>([8, 16, 64]);
        string Result()
        {
            var known = _frame.All<Number>().Where(number => number.Type == NumberType.UInt && number.Most < (ulong)length);
            return PickOrNone(known) is { } number && Chance(60) ? number.Text : Masked(length);
        }

        var name = Function("bound", "uint", "uint number", Result, () =>
        {
            _frame.Add(new Number("number", NumberType.UInt) { IsAccumulator = true });
            if (Chance(50))
                Statements(2);
            var test = _slips.IsHere(Slip.OffByOne) ? ">" : ">=";
            Line($"if (number {test} {length}u)");
            Line($"    return {Next(length)};");
            Known("number", NumberType.UInt, (ulong)(length - 1));
        });
        DeclareNumber("index", NumberType.UInt, $"{name}({Bare(Value(NumberType.UInt))})", length - 1);
    }

    private void CallWithSpan()
    {
        var given = PickOrNone(_frame.All<Memory>().Where(memory => !memory.IsPointer && memory.Element == NumberType.Byte));
        if (given is null)
        {
            CallMix();
            return;
        }

        var span = given.IsWritable ? "Span<byte>" : "ReadOnlySpan<byte>";
        var takesIndex = Chance(40);
        var index = takesIndex ? SimpleIndex(given) : "";
        var name = Function("use", "uint", $"{span} bytes{(takesIndex ? ", int index" : "")}", () =>
        {
            _frame.Add(new Memory("bytes", given.Length) { IsWritable = given.IsWritable });
            if (takesIndex)
                _frame.Add(new Number("index", NumberType.Int, (ulong)(given.Length - 1)));
            if (_mayLoop && Chance(60))
                WalkSpan(given.IsWritable);
            Statements(3);
        });
        var number = $"{name}({given.Span}{(takesIndex ? $", {index}" : "")})";
        if (Chance(50))
            Line($"total += {number};");
        else
            DeclareResult(NumberType.UInt, number);
    }

    /// <summary>Walks a span by its length.</summary>
    private void WalkSpan(bool isWritable)
    {
        var name = NewName("i");
        if (Chance(30))
        {
            Line($"foreach (var {name} in bytes)");
            Line($"    total += {name};");
            return;
        }

        var test = _slips.IsHere(Slip.OffByOne) ? "<=" : "<";
        Line($"for (int {name} = 0; {name} {test} bytes.Length; {name}++)");
        Line(isWritable && Chance(50)
            ? $"    bytes[{name}] = {Cast(NumberType.Byte, Value(NumberType.UInt, 1))};"
            : $"    total += bytes[{name}];");
    }

    private void CallWithEntry()
    {
        var entry = PickOrNone(_frame.All<Entry>())?.Text ?? DeclareEntry();
        var isWritable = Chance(70);
        var name = Function("count", "uint", $"{(isWritable ? "ref" : "in")} Entry entry, uint number", () =>
        {
            AddEntry("entry", isWritable: isWritable);
            _frame.Add(new Number("number", NumberType.UInt) { IsAccumulator = true });
            Statements(3);
        });
        Line($"last ^= {name}({(isWritable ? "ref" : "in")} {entry}, {Bare(Value(NumberType.UInt))});");
    }

    private void CallWithView()
    {
        if (PickOrNone(_frame.All<View>()) is not { } view || _frame.Loops > 0)
        {
            CallMix();
            return;
        }

        // What a function does to the packet its caller would have to know.
        var isPacket = view.Kind == ViewKind.Packet;
        var name = Function("read", "uint", "in Dynptr view, uint offset", () =>
        {
            var given = _frame.Add(new View("view", view.Kind, view.Size) { IsGiven = true });
            _frame.Add(new Number("offset", NumberType.UInt) { IsAccumulator = true });
            if (isPacket)
                Slice(given);
            else
                UseView();
            Assign();
        });
        DeclareResult(NumberType.UInt, $"{name}(in {view.Text}, {Bare(Value(NumberType.UInt, 1))})");
        if (isPacket)
            PacketChanges();
    }

    private void CallWithOut()
    {
        var name = NewName("index");
        var function = Function("find", "bool", "uint number, out uint index", () => Condition(1), () =>
        {
            _frame.Add(new Number("number", NumberType.UInt) { IsAccumulator = true });
            Line($"index = {Masked(16)};");
            Known("index", NumberType.UInt, 15);
            Statements(2);
        });
        Leave($"if (!{function}({Bare(Value(NumberType.UInt))}, out uint {name}))");
        Known(name, NumberType.UInt, 15);
    }

    private void CallWithPacket()
    {
        var (data, end) = (NewName("data"), NewName("end"));
        Line($"var {data} = context.Data;");
        Line($"var {end} = context.DataEnd;");
        var few = _slips.IsHere(Slip.OffByOne) ? 1 : 0;
        var name = Function("byte", "int", "PacketPointer data, PacketPointer end, uint offset", () => "-1", () =>
        {
            var mask = (1 << (3 + Next(8))) - 1;
            Line($"var at = data + (offset & {mask});");
            var length = 2 + Next(6);
            Line($"if (at + {length - few} <= end)");
            Line($"    return at[{length - 1}];");
        });
        DeclareResult(NumberType.Int, $"{name}({data}, {end}, {Bare(Value(NumberType.UInt, 1))})");
    }

    private string ReleasingFunction() => Function("finish", "void", "ref Dynptr view, uint number", () => "", () =>
    {
        Line($"if (number {Pick(Comparisons)} {Next(10)})");
        Line("    bpf_ringbuf_submit_dynptr(ref view, 0);");
        if (_slips.IsHere(Slip.ReleaseLeftOut))
            return;
        Line("else");
        Line("    bpf_ringbuf_discard_dynptr(ref view, 0);");
    });

    private void LoopByCallback()
    {
        var rounds = Rounds();
        var context = DeclareEntry();
        var name = Function("round", "int", "uint index, ref Entry entry", () => Chance(60) ? "0" : $"{Condition(1)} ? 1 : 0", () =>
        {
            _frame.Add(new Number("index", NumberType.UInt));
            AddEntry("entry");
            _frame.Add(new Memory("page", GeneratedDeclarations.PageSize) { IsInlineArray = true });
            Statements(4);
        }, rounds);
        Line($"bpf_loop({(Chance(60) ? $"{rounds}" : Bare(Value(NumberType.UInt, 1)))}, {name}, ref {context}, 0);");
    }

    private void ForEach()
    {
        var (map, type, values) = Pick(WalkedMaps);
        var context = DeclareEntry();
        var parameters = $"{type} map, in uint key, ref {values} value, ref Entry entry";
        var name = Function("each", "int", parameters, () => Chance(60) ? "0" : $"{Condition(1)} ? 1 : 0", () =>
        {
            _frame.Add(new Cell("key", NumberType.UInt) { IsWritable = false });
            AddEntry("entry");
            if (values == "Page")
                _frame.Add(new Memory("value", GeneratedDeclarations.PageSize) { IsInlineArray = true });
            else if (values == "ulong")
                _frame.Add(new Cell("value", NumberType.ULong));
            else
                AddEntry("value");
            Statements(4);
        }, 16);
        Line($"bpf_for_each_map_elem({map}, {name}, ref {context}, 0);");
    }
}
