using System;

namespace Dynptrs;

/// <summary>The context of a program that is attached to a tracepoint: the tracepoint's arguments.</summary>
/// <remarks>Stands for the record that the kernel hands to a <c>BPF_PROG_TYPE_TRACEPOINT</c> program.</remarks>
[Trusted]
public sealed class TracepointContext
{
    private readonly ulong[] _arguments;

    /// <summary>Makes a context.</summary>
    /// <param name="arguments">The arguments of the tracepoint, in their order.</param>
    public TracepointContext(params ReadOnlySpan<ulong> arguments) => _arguments = arguments.ToArray();

    /// <summary>How many arguments there are.</summary>
    [KernelField]
    public int Count => _arguments.Length;

    /// <summary>An argument of the tracepoint.</summary>
    /// <param name="index">Its position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    [KernelField]
    public ulong this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _arguments.Length);
            return _arguments[index];
        }
    }
}
