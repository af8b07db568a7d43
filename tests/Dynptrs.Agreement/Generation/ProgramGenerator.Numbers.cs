using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <content>Numbers: what is computed, and what is an index.</content>
internal sealed partial class ProgramGenerator
{
    private static readonly ImmutableArray<NumberType> Types =
        [NumberType.UInt, NumberType.UInt, NumberType.ULong, NumberType.ULong, NumberType.Int, NumberType.Long];

    private static readonly ImmutableArray<string> Operators = ["+", "+", "-", "*", "&", "|", "^"];

    private static readonly ImmutableArray<string> Comparisons = ["<", "<", ">", "<=", ">=", "==", "!="];

    private static string Literal(NumberType type, ulong value) => value.ToString(CultureInfo.InvariantCulture) + type.Suffix;

    /// <summary>A number that is not a constant: the compiler computes with those, and refuses what overflows.</summary>
    private string Value(NumberType type, int depth = 2)
    {
        if (depth == 0 || Chance(45))
            return Leaf(type);
        return Next(10) switch
        {
            < 5 => $"({Value(type, depth - 1)} {Pick(Operators)} {Operand(type, depth - 1)})",
            5 => $"({Value(type, depth - 1)} {(Chance(50) ? "<<" : ">>")} {Literal(NumberType.Int, (ulong)Next(type.Bits))})",
            6 => Divided(type, depth - 1),
            7 => $"({Condition(1)} ? {Operand(type, depth - 1)} : {Operand(type, depth - 1)})",
            8 => Cast(type, Value(Pick(Types), depth - 1)),
            _ => $"({Value(type, depth - 1)} & {Literal(type, (1ul << (1 + Next(8))) - 1)})",
        };
    }

    /// <summary>A part of a quotient or remainder: Linux before 7.2 knows nothing of the whole.</summary>
    private string Divided(NumberType type, int depth)
    {
        var mask = (1ul << (1 + Next(6))) - 1;
        return $"(({Value(type, depth)} {(Chance(50) ? "/" : "%")} {Literal(type, mask + 2 + (ulong)Next(60))}) & {Literal(type, mask)})";
    }

    private string Operand(NumberType type, int depth) => Chance(35) ? Literal(type, (ulong)Next(100)) : Value(type, depth);

    private static string Cast(NumberType type, string value) => $"({type.Keyword}){(IsSimple(value) ? value : $"({value})")}";

    private static bool IsSimple(string value) => !value.Contains(' ', StringComparison.Ordinal) || value[0] == '(' && Bare(value) != value;

    /// <summary>Without the parentheses around all of it.</summary>
    private static string Bare(string value)
    {
        if (value[0] != '(')
            return value;
        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            depth += value[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i == value.Length - 1 ? value[1..^1] : value;
        }

        return value;
    }

    private string Leaf(NumberType type)
    {
        var numbers = _frame.All<Number>().ToList();
        List<Cell> cells = _frame.MayRead ? [.. _frame.All<Cell>()] : [];
        List<Memory> memories = _frame.MayRead ? [.. _frame.All<Memory>()] : [];
        var way = Next(10);
        if (way < 5 && numbers.Count > 0)
        {
            // What was declared last is used most.
            var number = numbers[Math.Max(Next(numbers.Count), Next(numbers.Count))];
            return number.Type == type ? number.Text : Cast(type, number.Text);
        }

        if (way < 7 && cells.Count > 0)
        {
            var cell = Pick(cells);
            return cell.Type == type ? cell.Text : Cast(type, cell.Text);
        }

        if (way < 8 && memories.Count > 0)
        {
            var memory = Pick(memories);
            return Cast(type, $"{memory.Text}[{SimpleIndex(memory)}]");
        }

        return _frame.MayCall && way != 9 ? Asked(type) : Variable(type);
    }

    /// <summary>A number of which nothing is known.</summary>
    private string Asked(NumberType type) => (Next(5), _kind.Packet) switch
    {
        (0, _) when type != NumberType.ULong => Cast(type, "bpf_ktime_get_ns()"),
        (0, _) => "bpf_ktime_get_ns()",
        (1, _) when type != NumberType.ULong => Cast(type, "bpf_ktime_get_boot_ns()"),
        (1, _) => "bpf_ktime_get_boot_ns()",
        (2, "skb") when _frame.HasContext => type == NumberType.Int ? "context.Length" : Cast(type, "context.Length"),
        _ => type == NumberType.UInt ? "bpf_get_prandom_u32()" : Cast(type, "bpf_get_prandom_u32()"),
    };

    private string Variable(NumberType type)
    {
        var (name, typeOf) = Pick(GeneratedDeclarations.Numbers);
        return typeOf == type ? name : Cast(type, name);
    }

    private string Condition(int depth = 2)
    {
        if (depth > 1 && Chance(20))
            return $"{Condition(1)} {(Chance(50) ? "&&" : "||")} {Condition(1)}";
        var type = Pick(Types);
        if (Chance(20))
            return $"({Value(type, 1)} & {Literal(type, 1ul << Next(8))}) {(Chance(50) ? "!=" : "==")} {Literal(type, 0)}";
        var right = Chance(60) ? Literal(type, (ulong)Next(100)) : Value(type, 1);
        return $"{Value(type, 1)} {Pick(Comparisons)} {right}";
    }

    /// <summary>An index, for which nothing need be written before.</summary>
    private string SimpleIndex(Memory memory)
    {
        var length = memory.Length;
        // What varies would have to be added to the pointer, and compared again.
        if (memory.IsPointer)
            return Literal(NumberType.Int, (ulong)(_slips.IsHere(Slip.OffByOne) ? length : Next(length)));
        var known = _frame.All<Number>().Where(number => number.Most < (ulong)length).ToList();
        if (known.Count > 0 && Chance(70))
            return AsInt(Pick(known));
        if (Chance(40))
            return Literal(NumberType.Int, (ulong)(!memory.IsInlineArray && _slips.IsHere(Slip.OffByOne) ? length : Next(length)));
        return Cast(NumberType.Int, Masked(length));
    }

    /// <summary>An index, for which something may be written before.</summary>
    private string Index(Memory memory)
    {
        if (memory.IsPointer)
            return SimpleIndex(memory);
        var length = memory.Length;
        var end = Literal(NumberType.UInt, (ulong)length);
        var last = Literal(NumberType.UInt, (ulong)(length - 1));
        switch (Next(11))
        {
            case 0:
            case 1:
                {
                    var at = DeclareNumber("at", NumberType.UInt, Bare(Value(NumberType.UInt)), length - 1);
                    var test = _slips.IsHere(Slip.OffByOne) ? ">" : _slips.IsHere(Slip.TestInverted) ? "<" : ">=";
                    if (!_slips.IsHere(Slip.BoundLeftOut))
                        Leave($"if ({at.Text} {test} {end})");
                    return AsInt(at);
                }

            case 2:
                {
                    var at = DeclareNumber("at", NumberType.UInt, Bare(Value(NumberType.UInt)), length - 1);
                    var test = _slips.IsHere(Slip.OffByOne) ? "<=" : "<";
                    _frame.Text.Line($"{at.Text} = {at.Text} {test} {end} ? {at.Text} : {Literal(NumberType.UInt, (ulong)Next(length))};");
                    return AsInt(at);
                }

            case 3:
                {
                    var at = DeclareNumber("at", NumberType.UInt, Bare(Value(NumberType.UInt)), length - 1);
                    var most = _slips.IsHere(Slip.OffByOne) ? end : last;
                    Line($"if ({at.Text} > {most})");
                    Line($"    {at.Text} = {most};");
                    return AsInt(at);
                }

            case 4:
                return $"(int)Math.Min({Bare(Value(NumberType.UInt))}, {(_slips.IsHere(Slip.OffByOne) ? end : last)})";
            case 5:
                {
                    var at = DeclareNumber("at", NumberType.Int, Bare(Value(NumberType.Int)), length - 1);
                    var below = _slips.IsHere(Slip.BoundLeftOut) ? "" : $"{at.Text} < 0 || ";
                    Leave($"if ({below}{at.Text} >= {Literal(NumberType.Int, (ulong)length)})");
                    return at.Text;
                }

            case 6:
                return AsInt(DeclareNumber("at", NumberType.UInt, Masked(length), length - 1));
            case 7 when length >= 4:
                return $"(int)(({Masked(length / 2)}) + ({Masked(length / 2)}))";
            case 8 when length >= 64:
                return Chance(50) ? "(int)chosen" : "(int)limit";
            case 9 when BitOperations.IsPow2(length) && Chance(50):
                {
                    var bits = BitOperations.Log2((uint)length) + (_slips.IsHere(Slip.OffByOne) ? 1 : 0);
                    return $"(int)({Value(NumberType.UInt)} >> {32 - bits})";
                }

            default:
                return SimpleIndex(memory);
        }
    }

    private string Masked(int length)
    {
        var mask = (1ul << BitOperations.Log2((uint)length)) - 1;
        if (mask > 1 && Chance(30))
            mask >>= 1;
        if (_slips.IsHere(Slip.MaskTooWide))
            mask = (1ul << (BitOperations.Log2((uint)length) + 1)) - 1;
        return $"{_frame.WithoutReading(() => Value(NumberType.UInt, 1))} & {Literal(NumberType.UInt, mask)}";
    }

    private static string AsInt(Number number) => number.Type == NumberType.Int ? number.Text : $"(int){number.Text}";

    private Number DeclareNumber(string kind, NumberType type, string value, int most) => DeclareNumber(kind, type, value, (ulong)most);

    private Number DeclareNumber(string kind, NumberType type, string value, ulong most = ulong.MaxValue, bool isAccumulator = false)
    {
        var name = NewName(kind);
        Line($"{type.Keyword} {name} = {value};");
        return _frame.Add(new Number(name, type, most) { IsAccumulator = isAccumulator });
    }

    private void Declare()
    {
        if (Chance(30))
        {
            var length = Pick<int>([4, 8, 16, 64]);
            DeclareNumber("index", NumberType.UInt, Masked(length), length - 1);
            return;
        }

        var type = Pick(Types);
        DeclareNumber("number", type, Bare(Value(type)), isAccumulator: true);
    }

    private void Assign()
    {
        var numbers = _frame.All<Number>().Where(number => number.IsAccumulator).Select(number => (number.Text, number.Type));
        var cells = _frame.All<Cell>().Where(cell => cell.IsWritable).Select(cell => (cell.Text, cell.Type));
        IEnumerable<(string, NumberType)> variables = [("total", NumberType.ULong), ("last", NumberType.UInt), ("state", NumberType.Int)];
        var (text, type) = Pick(numbers.Concat(cells).Concat(cells).Concat(variables));
        switch (Next(5))
        {
            case 0:
                Line($"{text}{(Chance(80) ? "++" : "--")};");
                break;
            case 1 or 2:
                Line($"{text} {Pick(Operators)}= {Bare(Value(type, 1))};");
                break;
            default:
                Line($"{text} = {Bare(Value(type))};");
                break;
        }
    }

    /// <summary>Writes an element of memory that is there.</summary>
    private void Store()
    {
        var all = _frame.All<Memory>().Where(memory => memory.IsWritable).ToList();
        var fixedOnes = _frame.All<Memory>().Where(memory => !memory.IsWritable).ToList();
        if (fixedOnes.Count > 0 && _slips.IsHere(Slip.WriteToReadOnly))
            all = fixedOnes;
        if (all.Count == 0)
        {
            Assign();
            return;
        }

        StoreTo(all[Math.Max(Next(all.Count), Next(all.Count))]);
    }

    private void StoreTo(Memory memory)
    {
        var place = $"{memory.Text}[{Index(memory)}]";
        var value = memory.Element == NumberType.Byte ? Cast(NumberType.Byte, Value(NumberType.UInt)) : Bare(Value(memory.Element));
        Line(Next(6) switch
        {
            0 => $"{place}++;",
            1 => $"{place} ^= {value};",
            _ => $"{place} = {value};",
        });
    }
}
