using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Channels;

namespace Dynptrs.Benchmarks.Runtime;

/// <summary>A way to hand records from producers to one consumer.</summary>
internal abstract class HandOver<T>
    where T : unmanaged
{
    /// <summary>The room, in records, of those that have a limit.</summary>
    public const int Capacity = 1024;

    protected static int Size => Unsafe.SizeOf<T>();

    /// <summary>What the consumer has looked at: one byte of each record.</summary>
    public long Sum { get; protected set; }

    public abstract bool TryPut(in T record);

    /// <summary>Takes all records that are there.</summary>
    public abstract int Take();

    protected static byte First(in T record) => Unsafe.As<T, byte>(ref Unsafe.AsRef(in record));

    internal sealed class OfChannel(Channel<T> channel) : HandOver<T>
    {
        public override bool TryPut(in T record) => channel.Writer.TryWrite(record);

        public override int Take()
        {
            var count = 0;
            for (; channel.Reader.TryRead(out var record); count++)
                Sum += First(record);
            return count;
        }
    }

    internal sealed class OfQueue : HandOver<T>
    {
        private readonly Queue<T> _queue = new(Capacity);
        private readonly Lock _lock = new();

        public override bool TryPut(in T record)
        {
            lock (_lock)
            {
                if (_queue.Count == Capacity)
                    return false;
                _queue.Enqueue(record);
                return true;
            }
        }

        public override int Take()
        {
            var count = 0;
            for (; TryTake(out var record); count++)
                Sum += First(record);
            return count;
        }

        private bool TryTake(out T record)
        {
            lock (_lock)
                return _queue.TryDequeue(out record);
        }
    }

    /// <summary>Takes one producer only.</summary>
    internal sealed class OfPipe : HandOver<T>
    {
        private readonly Pipe _pipe = new(new PipeOptions(
            pauseWriterThreshold: Capacity * Size, resumeWriterThreshold: Capacity * Size / 2, useSynchronizationContext: false));
        private bool _isFull;

        public override bool TryPut(in T record)
        {
            if (_isFull && Volatile.Read(ref _room) == 0)
                return false;
            _isFull = false;
            MemoryMarshal.Write(_pipe.Writer.GetSpan(Size), in record);
            _pipe.Writer.Advance(Size);
            var flush = _pipe.Writer.FlushAsync();
            if (!flush.IsCompletedSuccessfully)
            {
                Volatile.Write(ref _room, 0);
                _isFull = true;
                flush.AsTask().ContinueWith(_ => Volatile.Write(ref _room, 1), System.Threading.Tasks.TaskScheduler.Default);
            }

            return true;
        }

        public override int Take()
        {
            if (!_pipe.Reader.TryRead(out var result))
                return 0;
            var count = 0;
            var reader = new SequenceReader<byte>(result.Buffer);
            while (reader.Remaining >= Size)
            {
                Sum += reader.CurrentSpan[reader.CurrentSpanIndex];
                reader.Advance(Size);
                count++;
            }

            _pipe.Reader.AdvanceTo(reader.Position, result.Buffer.End);
            return count;
        }

        private int _room = 1;
    }

    /// <summary>Reserves, writes through the dynptr, submits; read in place.</summary>
    internal sealed class OfRing : HandOver<T>
    {
        private readonly RingBuf _ring =
            new(Math.Max(RingBuf.PageSize, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(Capacity * (Size + 8)))));
        private readonly RingBufReader _reader;
        private readonly RingBufRecordHandler _handler;

        public OfRing()
        {
            _reader = new RingBufReader(_ring);
            _handler = record => Sum += record[0];
        }

        public override bool TryPut(in T record)
        {
            var error = _ring.Reserve((uint)Size, out var ptr);
            if (error != 0)
            {
                ptr.Discard();
                return false;
            }

            ptr.Write(0, record);
            ptr.Submit(BpfConstants.BPF_RB_NO_WAKEUP);
            return true;
        }

        public override int Take() => _reader.ConsumeBatch(_handler);
    }
}
