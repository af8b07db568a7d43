using System;
using System.Linq;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <content>Loops.</content>
internal sealed partial class ProgramGenerator
{
    private const int MostRounds = 512;

    private void Loop() => Choose(
        (6, CountUp),
        (3, CountDown),
        (3, CountToUnknown),
        (2, ShiftFlags),
        (3, WhileShifted),
        (2, UntilFlag),
        (2, Search),
        (_frame.MayCall ? 4 : 0, Range),
        (1, DoWhile),
        (_frame.MayCall && _frame.Loops == 0 ? 2 : 0, LoopByCallback),
        (_frame.MayCall && _frame.Loops == 0 ? 2 : 0, ForEach));

    private int Rounds() =>
        Pick(((int[])[2, 4, 8, 10, 16, 16, 32, 64]).Where(rounds => rounds * _frame.Rounds <= MostRounds || rounds == 2));

    /// <summary>The rounds of a loop.</summary>
    private void Round(string head, int rounds, Action? first = null, Action? last = null)
    {
        var (before, releases) = (_frame.Rounds, _frame.ReleasesOfLoop);
        (_frame.Rounds, _frame.ReleasesOfLoop) = (before * rounds, _frame.Releases.Count);
        _frame.Loops++;
        _frame.Block(head, () =>
        {
            first?.Invoke();
            Statements(3);
            last?.Invoke();
        });
        _frame.Loops--;
        (_frame.Rounds, _frame.ReleasesOfLoop) = (before, releases);
    }

    private void Known(string name, NumberType type, ulong most) => _frame.Add(new Number(name, type, most));

    /// <summary>Memory, an element of which a round of a counted loop uses; it decides how many rounds there are.</summary>
    private (int Rounds, Action? Use) Walk(string index, NumberType type)
    {
        var memories = _frame.All<Memory>().Where(memory => IsWalked(memory)).ToList();
        if (memories.Count == 0 || Chance(35))
            return (Rounds(), null);
        var memory = Pick(memories);
        var place = $"{memory.Text}[{(type == NumberType.Int ? index : $"(int){index}")}]";
        if (!memory.IsWritable || Chance(40))
            return (memory.Length, () => Line($"total {Pick(Operators)}= {place};"));
        var value = memory.Element == NumberType.Byte ? "(byte)" : "";
        return (memory.Length, () => Line($"{place} = {value}{Value(NumberType.UInt, 1)};"));
    }

    private bool IsWalked(Memory memory) => memory is { IsPointer: false, Length: > 1 } && memory.Length * _frame.Rounds <= MostRounds;

    private void CountUp()
    {
        var name = NewName("i");
        var type = Chance(50) ? NumberType.UInt : NumberType.Int;
        var (rounds, use) = Walk(name, type);
        var test = use is not null && _slips.IsHere(Slip.OffByOne) ? "<=" : Chance(90) ? "<" : "!=";
        var step = test == "<" && Chance(20) ? $"{name} += {Literal(type, (ulong)(2 + Next(3)))}" : $"{name}++";
        if (_slips.IsHere(Slip.StepLeftOut))
            step = "last++";
        Round($"for ({type.Keyword} {name} = 0; {name} {test} {Literal(type, (ulong)rounds)}; {step})", rounds, () =>
        {
            Known(name, type, (ulong)(rounds - 1));
            use?.Invoke();
        });
    }

    private void CountDown()
    {
        var name = NewName("i");
        if (Chance(50))
        {
            var (length, use) = Walk(name, NumberType.Int);
            var test = _slips.IsHere(Slip.OffByOne) ? ">= -1" : ">= 0";
            Round($"for (int {name} = {length - 1}; {name} {test}; {name}--)", length, () =>
            {
                Known(name, NumberType.Int, (ulong)(length - 1));
                use?.Invoke();
            });
            return;
        }

        var index = NewName("at");
        var (rounds, walk) = Walk(index, NumberType.UInt);
        Round($"for (uint {name} = {rounds}; {name} > 0; {name}--)", rounds, () =>
        {
            DeclareAs(index, $"{name} - 1", (ulong)(rounds - 1));
            walk?.Invoke();
        });
    }

    private void DeclareAs(string name, string value, ulong most)
    {
        Line($"uint {name} = {value};");
        Known(name, NumberType.UInt, most);
    }

    private void CountToUnknown()
    {
        var name = NewName("i");
        var (rounds, use) = Walk(name, NumberType.UInt);
        var end = Chance(50)
            ? DeclareNumber("end", NumberType.UInt, Masked(rounds))
            : DeclareNumber("end", NumberType.UInt, $"Math.Min({Bare(Value(NumberType.UInt))}, {rounds}u)");
        Round($"for (uint {name} = 0; {name} < {end.Text}; {name}++)", rounds, () =>
        {
            Known(name, NumberType.UInt, (ulong)(rounds - 1));
            use?.Invoke();
        });
    }

    private void ShiftFlags()
    {
        var name = NewName("flag");
        var flags = DeclareNumber("flags", NumberType.UInt, Bare(Value(NumberType.UInt)));
        var bits = Pick<int>([4, 8, 16]);
        var step = _slips.IsHere(Slip.StepLeftOut) ? $"{name} <<= 0" : $"{name} <<= 1";
        Round($"for (uint {name} = 1; {name} < {1 << bits}u; {step})", bits, () =>
        {
            if (Chance(50))
            {
                Line($"if (({flags.Text} & {name}) == 0)");
                Line("    continue;");
            }

            Known(name, NumberType.UInt, 1ul << (bits - 1));
        });
    }

    private void WhileShifted()
    {
        var mask = Pick<ulong>([0xf, 0xff, 0xfff, 0xffff]);
        var name = NewName("rest");
        Line($"uint {name} = {Value(NumberType.UInt, 1)} & {Literal(NumberType.UInt, mask)};");
        var step = Next(4) switch
        {
            0 => $"{name} /= 2;",
            1 => $"{name} >>= 2;",
            _ => $"{name} >>= 1;",
        };
        if (_slips.IsHere(Slip.StepLeftOut))
            step = $"total += {name};";
        Round($"while ({name} {(Chance(50) ? "!=" : ">")} 0)", 16, () =>
        {
            Known(name, NumberType.UInt, mask);
            // Before anything that goes on with the next round.
            Line(step);
        });
    }

    private void UntilFlag()
    {
        var name = NewName("i");
        var flag = NewName("goes");
        var (rounds, use) = Walk(name, NumberType.UInt);
        Line($"bool {flag} = true;");
        Line($"uint {name} = 0;");
        var test = $"{flag} && {name} {(use is not null && _slips.IsHere(Slip.OffByOne) ? "<=" : "<")} {rounds}u";
        var mayCount = !_slips.IsHere(Slip.StepLeftOut);
        Round($"while ({test})", rounds, () =>
        {
            use?.Invoke();
            Line($"{flag} = {Condition()};");
            Line(mayCount ? $"{name}++;" : "last++;");
        });
    }

    /// <summary>Looks for an element; where it lies is an index behind the loop.</summary>
    private void Search()
    {
        var memory = PickOrNone(_frame.All<Memory>().Where(memory => IsWalked(memory)));
        if (memory is null)
        {
            CountUp();
            return;
        }

        var name = NewName("i");
        var found = NewName("found");
        Line($"int {found} = {(Chance(50) ? 0 : memory.Length - 1)};");
        Round($"for (int {name} = 0; {name} < {memory.Length}; {name}++)", memory.Length, () =>
        {
            _frame.Text.Block($"if ({memory.Text}[{name}] {Pick(Comparisons)} {Next(100)})", () =>
            {
                Line($"{found} = {name};");
                if (Chance(60))
                    Line("break;");
            });
            Known(name, NumberType.Int, (ulong)(memory.Length - 1));
        });
        Known(found, NumberType.Int, (ulong)(memory.Length - 1));
    }

    private void Range()
    {
        var name = NewName("i");
        var (rounds, use) = Walk(name, NumberType.Int);
        var end = _slips.IsHere(Slip.OffByOne) ? $"{rounds + 1}" : $"{rounds}";
        if (Chance(30))
            end = Cast(NumberType.Int, Masked(rounds));
        Round($"foreach (int {name} in BpfLoop.Range(0, {end}))", rounds, () =>
        {
            Known(name, NumberType.Int, (ulong)(rounds - 1));
            use?.Invoke();
        });
    }

    private void DoWhile()
    {
        var name = NewName("i");
        var rounds = Rounds();
        Line($"uint {name} = 0;");
        Round("do", rounds);
        Line(_slips.IsHere(Slip.StepLeftOut) ? $"while ({name} < {rounds}u);" : $"while (++{name} < {rounds}u);");
    }
}
