using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Dynptrs.Benchmarks.Runtime;

/// <summary>
/// A copy through a dynptr, which checks that the memory is still there and that the range lies in it, beside the same copy
/// between spans. The offset changes from copy to copy, as it does in a program.
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
[MemoryDiagnoser]
public class CopyBenchmarks
{
    private const int Copies = 1024;
    private const int OffsetMask = 7;
    private const int MemorySize = 2048;

    private readonly byte[] _memory = GC.AllocateArray<byte>(MemorySize, pinned: true);
    private readonly byte[] _buffer = GC.AllocateArray<byte>(MemorySize, pinned: true);
    private readonly RingBuf _ring = new(maxEntries: 4096);
    private readonly RingBufReader _reader;

    public CopyBenchmarks() => _reader = new RingBufReader(_ring);

    [Params(8, 64, 256)]
    public int Bytes { get; set; }

    [BenchmarkCategory("write"), Benchmark(Baseline = true, OperationsPerInvoke = Copies, Description = "Span<byte>")]
    public int SpanWrite()
    {
        Span<byte> memory = _memory;
        ReadOnlySpan<byte> source = _buffer.AsSpan(0, Bytes);
        for (var i = 0; i < Copies; i++)
            source.CopyTo(memory.Slice((i & OffsetMask) * Bytes, source.Length));
        return 0;
    }

    [BenchmarkCategory("write"), Benchmark(OperationsPerInvoke = Copies, Description = "dynptr of local memory")]
    public int LocalWrite()
    {
        var error = Dynptr.FromMemory(_memory, out var ptr);
        ReadOnlySpan<byte> source = _buffer.AsSpan(0, Bytes);
        for (var i = 0; i < Copies; i++)
            error |= ptr.Write((ulong)((i & OffsetMask) * Bytes), source);
        return error;
    }

    [BenchmarkCategory("write"), Benchmark(OperationsPerInvoke = Copies, Description = "dynptr of a record")]
    public int RecordWrite()
    {
        var error = _ring.Reserve(MemorySize, out var ptr);
        ReadOnlySpan<byte> source = _buffer.AsSpan(0, Bytes);
        for (var i = 0; i < Copies; i++)
            error |= ptr.Write((ulong)((i & OffsetMask) * Bytes), source);
        ptr.Discard();
        return error + Drain();
    }

    [BenchmarkCategory("read"), Benchmark(Baseline = true, OperationsPerInvoke = Copies, Description = "Span<byte>")]
    public int SpanRead()
    {
        ReadOnlySpan<byte> memory = _memory;
        var destination = _buffer.AsSpan(0, Bytes);
        for (var i = 0; i < Copies; i++)
            memory.Slice((i & OffsetMask) * Bytes, destination.Length).CopyTo(destination);
        return 0;
    }

    [BenchmarkCategory("read"), Benchmark(OperationsPerInvoke = Copies, Description = "dynptr of local memory")]
    public int LocalRead()
    {
        var error = Dynptr.FromMemory(_memory, out var ptr);
        var destination = _buffer.AsSpan(0, Bytes);
        for (var i = 0; i < Copies; i++)
            error |= ptr.Read(destination, (ulong)((i & OffsetMask) * Bytes));
        return error;
    }

    [BenchmarkCategory("read"), Benchmark(OperationsPerInvoke = Copies, Description = "dynptr of a record")]
    public int RecordRead()
    {
        var error = _ring.Reserve(MemorySize, out var ptr);
        var destination = _buffer.AsSpan(0, Bytes);
        for (var i = 0; i < Copies; i++)
            error |= ptr.Read(destination, (ulong)((i & OffsetMask) * Bytes));
        ptr.Discard();
        return error + Drain();
    }

    /// <summary>Lets the reader skip the discarded record, so that there is room for the next.</summary>
    private int Drain() => _reader.TryRead([], out var length) ? throw new InvalidOperationException("A record was published.") : length;
}
