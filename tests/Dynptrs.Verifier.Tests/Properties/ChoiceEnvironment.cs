using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Interpreter;
using Dynptrs.Interpreter.Calls;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Gives helpers the results that a sequence of choices says, and keeps how many there were to choose from.</summary>
/// <param name="choices">The choices, each below the count of what there was to choose from; 0 where they end.</param>
/// <param name="numbers">The numbers that a helper may answer.</param>
/// <param name="hasContent">Whether what lies in memory matters; else it is zero.</param>
internal sealed class ChoiceEnvironment(IReadOnlyList<int> choices, IReadOnlyList<long> numbers, bool hasContent) : IEnvironment
{
    /// <summary>What is larger has no owner that it fits into.</summary>
    private const int LargestView = 64;

    private readonly List<int> _counts = [];
    private readonly Dictionary<string, MemoryRegion> _globals = [];

    /// <summary>For each choice that was made, how many there were to choose from.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Many times what the verifier may let a program take: what takes more does not end, or not in the kernel's time.</summary>
    public int MaxSteps => 50 * Soundness.MaxLoopInstructions;

    public bool MustEnd => true;

    public int MaxStackBytes => Soundness.Options.MaxStackBytes;

    public Value? Call(HelperCall call)
    {
        if (call.Contract.Return.SliceOf >= 0)
        {
            return Choose(2) == 0 || call.GetNumber(1) is < 0 or > LargestView
                ? Pointer.Null
                : Pointer.To(NewMemory(call.GetNumber(1)));
        }

        if (call.Contract.Return.Acquires && call.Contract.Return.Type is ViewType)
            return Choose(2) == 0 ? Pointer.Null : Pointer.To(NewMemory(call.GetNumber(0)));
        if (call.Contract.Return.Type is HandleType)
            return Choose(2) == 0 ? Handle.Null : new Handle(new object(), null);
        if (call.Contract.Return.Range is { } range)
            return new Number(Choose(range));
        if (call.Contract.Return.Type is ScalarType type)
            return new Number(Fit(numbers[Choose(numbers.Count)], type));
        if (call.Contract.Parameters.Length > 1 && call.Contract.Parameters[1].Callback is not null)
        {
            for (var left = Choose((int)call.GetNumber(0) + 1); left > 0; left--)
                call.RunCallback(1);
        }

        if (hasContent && call.Contract.Parameters is [{ IsWritten: true, Type: PointerType }, ..])
            call.GetBytes(0).Fill(ChooseByte());
        return null;
    }

    public MemoryRegion GetGlobal(Site site, string name, long size)
    {
        if (!_globals.TryGetValue(name, out var memory))
            _globals.Add(name, memory = NewMemory(size));
        return memory;
    }

    private MemoryRegion NewMemory(long size)
    {
        var bytes = new byte[size];
        if (hasContent)
            bytes.AsSpan().Fill(ChooseByte());
        return new MemoryRegion(bytes);
    }

    private byte ChooseByte() => unchecked((byte)numbers[Choose(numbers.Count)]);

    /// <summary>A number of a range: one of its ends, or one that decides anything.</summary>
    private long Choose(ValueRange range)
    {
        var inside = numbers.Where(number => number > range.Min && number < range.Max).ToList();
        return Choose(inside.Count + 2) switch
        {
            0 => range.Min,
            1 => range.Max,
            var choice => inside[choice - 2],
        };
    }

    private static long Fit(long number, ScalarType type) => type switch
    {
        { Size: 4, IsSigned: true } => (int)number,
        { Size: 4 } => (uint)number,
        _ => number,
    };

    private int Choose(int count)
    {
        var choice = _counts.Count < choices.Count ? choices[_counts.Count] % count : 0;
        _counts.Add(count);
        return choice;
    }
}
