using System;

namespace Dynptrs;

/// <summary>A line that a program printed.</summary>
public sealed class TraceLineEventArgs : EventArgs
{
    internal TraceLineEventArgs(string text, uint threadId, uint cpu, ulong timestamp)
    {
        Text = text;
        ThreadId = threadId;
        Cpu = cpu;
        Timestamp = timestamp;
    }

    /// <summary>What was printed, as it was printed: where the format ends with a line feed, so does this.</summary>
    public string Text { get; }

    /// <summary>The thread that ran the program, as in the lower half of <see cref="CurrentTask.GetPidTgid"/>.</summary>
    public uint ThreadId { get; }

    /// <summary>The processor that ran the program.</summary>
    public uint Cpu { get; }

    /// <summary>When, in the nanoseconds of <see cref="KernelClock"/>.</summary>
    public ulong Timestamp { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
