using System.Collections.Generic;
using Dynptrs.Interpreter;
using Dynptrs.Interpreter.Calls;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Gives helpers the results that a sequence of choices says, and keeps how many there were to choose from.</summary>
/// <param name="choices">The choices, each below the count of what there was to choose from; 0 where they end.</param>
/// <param name="numbers">The numbers that a helper may answer.</param>
internal sealed class ChoiceEnvironment(IReadOnlyList<int> choices, IReadOnlyList<long> numbers) : IEnvironment
{
    /// <summary>What is larger has no owner that it fits into.</summary>
    private const int LargestView = 64;

    private readonly List<int> _counts = [];

    /// <summary>For each choice that was made, how many there were to choose from.</summary>
    public IReadOnlyList<int> Counts => _counts;

    public int MaxSteps => 20_000;

    public Value? Call(HelperCall call)
    {
        if (call.Contract.Return.SliceOf >= 0)
        {
            return Choose(2) == 0 || call.GetNumber(1) is < 0 or > LargestView
                ? Pointer.Null
                : Pointer.To(new MemoryRegion(new byte[call.GetNumber(1)]));
        }

        if (call.Contract.Return.Acquires && call.Contract.Return.Type is ViewType)
            return Choose(2) == 0 ? Pointer.Null : Pointer.To(new MemoryRegion(new byte[call.GetNumber(0)]));
        if (call.Contract.Return.Acquires)
            return Choose(2) == 0 ? Handle.Null : new Handle(call.Site, null);
        if (call.Contract.Return.Type is ScalarType type)
            return new Number(Fit(numbers[Choose(numbers.Count)], type));
        if (call.Contract.Parameters.Length > 1 && call.Contract.Parameters[1].Callback is not null)
        {
            for (var left = Choose((int)call.GetNumber(0) + 1); left > 0; left--)
                call.RunCallback(1);
        }

        return null;
    }

    public MemoryRegion GetGlobal(Site site, string name, long size) => new(new byte[size]);

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
