using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <summary>A method while it is written.</summary>
/// <param name="result">What it may return.</param>
internal sealed class Frame(Func<string> result)
{
    private readonly List<Thing> _things = [];

    public ProgramText Text { get; } = new();

    /// <summary>What must be given back before the method is left, the last first.</summary>
    public Stack<string> Releases { get; } = new();

    /// <summary>How often what is written now may run in one run of the method.</summary>
    public int Rounds { get; set; } = 1;

    /// <summary>How many loops are around what is written now.</summary>
    public int Loops { get; set; }

    /// <summary>How much had to be given back where the innermost loop began.</summary>
    public int ReleasesOfLoop { get; set; }

    /// <summary>Whether the context of the program is at hand.</summary>
    public bool HasContext { get; init; }

    /// <summary>Whether memory may be read: not in an index, and not where it is given back.</summary>
    public bool MayRead { get; set; } = true;

    /// <summary>Whether a read section is open.</summary>
    public bool IsInReadSection { get; set; }

    /// <summary>Whether something may be called.</summary>
    public bool MayCall { get; set; } = true;

    public string Result => result();

    /// <summary>Writes something that reads no memory.</summary>
    public string WithoutReading(Func<string> write)
    {
        var before = MayRead;
        MayRead = false;
        var text = write();
        MayRead = before;
        return text;
    }

    public IEnumerable<T> All<T>()
        where T : Thing =>
        _things.OfType<T>().Where(thing => thing.IsAlive);

    public T Add<T>(T thing)
        where T : Thing
    {
        _things.Add(thing);
        return thing;
    }

    /// <summary>Writes what is between braces: what is declared there is not known behind it.</summary>
    public void Block(string head, Action body)
    {
        var count = _things.Count;
        Text.Block(head, body);
        _things.RemoveRange(count, _things.Count - count);
    }
}
