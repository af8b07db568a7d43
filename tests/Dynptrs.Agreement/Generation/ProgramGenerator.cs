using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Dynptrs.Agreement.Generation;

/// <summary>
/// Writes a program as people write them: what it uses is there, tested and given back, but for one mistake where there is to be one. What
/// is declared besides stands in <see cref="GeneratedDeclarations"/>.
/// </summary>
internal sealed partial class ProgramGenerator
{
    private readonly Random _random;
    private readonly SlipSites _slips;
    private readonly string _name;
    private readonly ProgramKind _kind;
    private readonly List<string> _functions = [];
    private Frame _frame;
    private int _names;
    private int _left;
    private bool _mayLoop;
    private bool _mayCallFunctions;

    private ProgramGenerator(string name, Random random, SlipSites slips)
    {
        (_name, _random, _slips) = (name, random, slips);
        _kind = Pick(ProgramKind.All.SelectMany(kind => Enumerable.Repeat(kind, kind.Weight)));
        _frame = new Frame(Result) { HasContext = true };
    }

    /// <summary>The program of a seed and an index.</summary>
    public static GeneratedProgram Generate(int seed, int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"generated_{seed}_{index}");
        var sites = new SlipSites();
        var text = Write(name, sites);
        var chance = RandomOf($"slip of {name}");
        if (chance.Next(3) != 0 || sites.Choose(chance) is not { } chosen)
            return new GeneratedProgram(name, text, null);
        return new GeneratedProgram(name, Write(name, new SlipSites(chosen)), chosen.Slip);
    }

    private static string Write(string name, SlipSites slips) => new ProgramGenerator(name, RandomOf(name), slips).Write();

    private static Random RandomOf(string name) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))));

    private string Write()
    {
        _left = 5 + Next(20) + Next(16);
        _mayLoop = Chance(60);
        _mayCallFunctions = Chance(40);
        Start();
        // What a program must have stands somewhere among the rest.
        List<(int Left, Action Write)> wanted = [];
        if (_mayLoop)
            wanted.Add((Next(_left), Loop));
        if (_mayCallFunctions)
            wanted.Add((Next(_left), Call));
        while (_left > 0)
        {
            var now = wanted.FindAll(one => one.Left >= _left);
            wanted.RemoveAll(one => one.Left >= _left);
            now.ForEach(one => one.Write());
            Statement();
        }

        wanted.ForEach(one => one.Write());
        _frame.Text.Line($"return {_frame.Result};");
        return $$"""
                [BpfProgram("{{_kind.Section}}")]
                public static int {{_name}}({{_kind.Context}} context)
                {
            {{_frame.Text}}    }
            {{string.Concat(_functions)}}
            """;
    }

    private string Result()
    {
        if (Chance(40))
            return Literal(NumberType.Int, (ulong)Next((_kind.MostResult ?? 3) + 1));
        var mask = _kind.MostResult ?? 0xff;
        return $"(int)({Value(NumberType.UInt)} & {Literal(NumberType.UInt, (ulong)mask)})";
    }

    private void Statements(int most)
    {
        var count = 1 + Next(most);
        do
            Statement();
        while (--count > 0 && _left > 0);
    }

    private void Statement()
    {
        _left--;
        var isDeep = _frame.Releases.Count > 2 || _frame.Loops > 1 || _left < 0;
        var mayTake = _frame.MayCall && !isDeep;
        Choose(
            (8, Assign),
            (5, Store),
            (3, Declare),
            (isDeep ? 1 : 4, Branch),
            (_frame.Loops == 0 ? 2 : 1, LeaveEarly),
            (_mayLoop && !isDeep ? 5 : 0, Loop),
            (_mayCallFunctions && mayTake ? 5 : 0, Call),
            (mayTake ? 4 : 0, LookUp),
            (mayTake ? 1 : 0, Update),
            (mayTake ? 2 : 0, Buffer),
            (mayTake && _frame.Loops == 0 ? 3 : 0, Record),
            (mayTake && _frame.Loops == 0 ? 4 : 0, MakeView),
            (mayTake ? 6 : 0, UseView),
            (mayTake && _frame.Loops == 0 ? 2 : 0, Region),
            (mayTake && _frame.HasContext && _kind.Packet is not null ? 4 : 0, UsePacket),
            (mayTake && _frame.HasContext && _kind.Packet is not null && _frame.Loops == 0 ? 1 : 0, ChangePacket));
    }

    private void Choose(params ReadOnlySpan<(int Weight, Action Write)> ways)
    {
        var sum = 0;
        foreach (var way in ways)
            sum += way.Weight;
        var at = Next(sum);
        foreach (var way in ways)
        {
            at -= way.Weight;
            if (at >= 0)
                continue;
            way.Write();
            return;
        }
    }

    private void Line(string line) => _frame.Text.Line(line);

    private string NewName(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{_names++}");

    private int Next(int end) => _random.Next(end);

    private bool Chance(int percent) => Next(100) < percent;

    private T Pick<T>(IEnumerable<T> items)
    {
        var all = items.ToList();
        return all[Next(all.Count)];
    }

    private T? PickOrNone<T>(IEnumerable<T> items)
        where T : class
    {
        var all = items.ToList();
        return all.Count == 0 ? null : all[Next(all.Count)];
    }
}
