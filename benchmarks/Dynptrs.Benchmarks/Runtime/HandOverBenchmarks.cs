using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace Dynptrs.Benchmarks.Runtime;

/// <summary>
/// What it costs to hand a record of 64 bytes from a producer to a consumer: one thread puts <see cref="Batch"/> records in,
/// then takes them out. Nobody competes for anything, so this is the price of the steps themselves.
/// </summary>
[MemoryDiagnoser]
public class HandOverBenchmarks
{
    private const int Records = 256;
    private const int Capacity = 64;

    private readonly Channel<Record> _channel = Channel.CreateBounded<Record>(Capacity);
    private readonly Queue<Record> _queue = new(Capacity);
    private readonly Lock _queueLock = new();
    private readonly RingBuf _ring = new(maxEntries: 8192);
    private readonly RingBufReader _reader;
    private readonly RingBufRecordHandler _handler;
    private long _sum;

    public HandOverBenchmarks()
    {
        _reader = new RingBufReader(_ring);
        _handler = record => _sum += record[0];
    }

    [Params(1, 32)]
    public int Batch { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = Records, Description = "bounded Channel<T>")]
    public long BoundedChannel()
    {
        Record source = default;
        for (int taken = 0; taken < Records; taken += Batch)
        {
            for (int i = 0; i < Batch; i++)
            {
                source[0] = (byte)i;
                if (!_channel.Writer.TryWrite(source))
                    throw new InvalidOperationException("The channel is full.");
            }

            while (_channel.Reader.TryRead(out Record record))
                _sum += record[0];
        }

        return _sum;
    }

    [Benchmark(OperationsPerInvoke = Records, Description = "lock and Queue<T>")]
    public long LockedQueue()
    {
        Record source = default;
        for (int taken = 0; taken < Records; taken += Batch)
        {
            for (int i = 0; i < Batch; i++)
            {
                source[0] = (byte)i;
                lock (_queueLock)
                {
                    if (_queue.Count == Capacity)
                        throw new InvalidOperationException("The queue is full.");
                    _queue.Enqueue(source);
                }
            }

            while (TryDequeue(out Record record))
                _sum += record[0];
        }

        return _sum;
    }

    [Benchmark(OperationsPerInvoke = Records, Description = "RingBuf, copied out")]
    public long RingBufTryRead()
    {
        Record record = default;
        for (int taken = 0; taken < Records; taken += Batch)
        {
            for (int i = 0; i < Batch; i++)
                Publish(i);
            while (_reader.TryRead(record, out _))
                _sum += record[0];
        }

        return _sum;
    }

    [Benchmark(OperationsPerInvoke = Records, Description = "RingBuf, read in place")]
    public long RingBufConsume()
    {
        for (int taken = 0; taken < Records; taken += Batch)
        {
            for (int i = 0; i < Batch; i++)
                Publish(i);
            _reader.Consume(_handler);
        }

        return _sum;
    }

    private bool TryDequeue(out Record record)
    {
        lock (_queueLock)
            return _queue.TryDequeue(out record);
    }

    private void Publish(int value)
    {
        Record source = default;
        source[0] = (byte)value;
        int error = _ring.Reserve(Record.Size, out Dynptr ptr);
        if (error == 0)
            error = ptr.Write(0, source);
        ptr.Submit();
        if (error != 0)
            throw new InvalidOperationException("The ring buffer is full.");
    }
}
