using System;
using System.IO;
using System.Text;
using System.Threading;

namespace Dynptrs.Tool.Records;

/// <summary>Prints the records of a ring buffer as they come.</summary>
/// <param name="format">How.</param>
/// <param name="output">Where to.</param>
/// <param name="most">How many, or <see langword="null"/> for all.</param>
/// <param name="ring">The ring buffer, of which no record is longer than it is.</param>
internal sealed class RecordPrinter(RecordFormat format, TextWriter output, long? most, KernelRingBuf ring)
{
    private const int MostWaiting = 64 * 1024;
    private readonly RingBufReader _reader = new(ring);
    private readonly byte[] _record = new byte[ring.Size];
    private readonly StringBuilder _lines = new();

    /// <summary>How many were printed.</summary>
    public long Count { get; private set; }

    private bool IsDone => Count >= most;

    /// <summary>Prints until there are as many as were asked for, or it is cancelled.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        try
        {
            Drain(cancellationToken);
            while (!IsDone)
            {
                _reader.Wait(Timeout.InfiniteTimeSpan, cancellationToken);
                Drain(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The person has seen enough.
        }
    }

    /// <summary>Prints what is there; what is more than was asked for stays there.</summary>
    public void Drain(CancellationToken cancellationToken = default)
    {
        while (!IsDone && !cancellationToken.IsCancellationRequested && _reader.TryRead(_record, out var length))
        {
            format.Write(_record.AsSpan(0, length), _lines);
            Count++;
            if (_lines.Length > MostWaiting)
                Flush();
        }

        Flush();
    }

    private void Flush()
    {
        if (_lines.Length == 0)
            return;
        output.Write(_lines);
        output.Flush();
        _lines.Clear();
    }
}
