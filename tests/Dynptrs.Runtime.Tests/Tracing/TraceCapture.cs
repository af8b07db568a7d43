using System;
using System.Collections.Generic;

namespace Dynptrs.Tests.Tracing;

/// <summary>Collects what this thread prints.</summary>
internal sealed class TraceCapture : IDisposable
{
    private readonly uint _thread = (uint)CurrentTask.GetPidTgid();

    public TraceCapture() => TraceLog.LineWritten += Add;

    public List<TraceLineEventArgs> Events { get; } = [];

    public List<string> Lines => Events.ConvertAll(line => line.Text);

    public void Dispose() => TraceLog.LineWritten -= Add;

    private void Add(object? sender, TraceLineEventArgs line)
    {
        if (line.ThreadId == _thread)
            Events.Add(line);
    }
}
