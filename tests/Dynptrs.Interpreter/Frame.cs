using System.Collections.Generic;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>A function that runs.</summary>
/// <param name="function">The function.</param>
/// <param name="firstCell">Its first cell.</param>
/// <param name="caller">The frame that called it, or <see langword="null"/>.</param>
internal sealed class Frame(Function function, int firstCell, Frame? caller)
{
    /// <summary>What a kernel rounds the size of a frame up to.</summary>
    private const int Rounding = 16;

    private readonly HashSet<object> _counted = [];
    private int _bytes;

    public Function Function { get; } = function;

    public int FirstCell { get; } = firstCell;

    public Frame? Caller { get; } = caller;

    /// <summary>How long what lies on its stack is there.</summary>
    public Lifetime Lifetime { get; } = new(tag: null);

    /// <summary>The bytes that it and all that called it take of the stack.</summary>
    public long StackBytes => ((_bytes + Rounding - 1) / Rounding * Rounding) + (Caller?.StackBytes ?? 0);

    /// <summary>Counts something that lies on its stack, however often a loop makes it.</summary>
    public void Count(object place, int bytes)
    {
        if (_counted.Add(place))
            _bytes += bytes;
    }
}
