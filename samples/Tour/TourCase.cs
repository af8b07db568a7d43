using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dynptrs;

namespace Tour;

/// <summary>A program, and what is asserted of it: for a program of the kernel's tests, what they assert.</summary>
/// <param name="Name">The name of the program, in the kernel's style.</param>
/// <param name="Program">Runs it.</param>
internal sealed record TourCase(string Name, Func<TestRunResult> Program)
{
    /// <summary>What it returns.</summary>
    public int Result { get; init; }

    /// <summary>The lengths of the records that it publishes, in bytes.</summary>
    public int[] Records { get; init; } = [];

    /// <summary>What it leaves in the array, or <see langword="null"/> where it does not touch it.</summary>
    public uint? ArrayValue { get; init; }

    /// <summary>Runs the program and writes a line of what was seen.</summary>
    /// <param name="output">Where the line goes.</param>
    /// <returns>Whether all is as it should be.</returns>
    public bool Run(TextWriter output)
    {
        Globals.Reset();
        var result = Program().ReturnValue;
        var records = ReadRecords();
        var value = ArrayValue is null ? null : ReadArray();
        var isGood = result == Result && Globals.Skeleton.Bss.Err == 0 && records.SequenceEqual(Records) && value == ArrayValue;
        var published = records.Count == 0 ? "published nothing" : $"published {string.Join(", ", records)} bytes";
        var array = value is null ? "" : $", array_map[0] = {value}";
        output.WriteLine(
            $"{(isGood ? "pass" : "FAIL")}  {Name,-25} returned {result}, err = {Globals.Skeleton.Bss.Err}, {published}{array}");
        return isGood;
    }

    private static List<int> ReadRecords()
    {
        var reader = new RingBufReader(Maps.Skeleton.Maps.RingBuf);
        var lengths = new List<int>();
        reader.Consume(record => lengths.Add(record.Length));
        return lengths;
    }

    private static uint? ReadArray()
    {
        uint key = 0;
        var value = Maps.Skeleton.Maps.ArrayMap.Lookup(in key);
        return value ? value.Value : null;
    }
}
