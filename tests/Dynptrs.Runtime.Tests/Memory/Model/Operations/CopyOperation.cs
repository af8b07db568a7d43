using System;

namespace Dynptrs.Tests.Memory.Model.Operations;

/// <summary>Copies inside the memory: the ranges may overlap.</summary>
internal sealed record CopyOperation(ulong Offset, ulong SourceOffset, int Length) : Operation
{
    /// <summary>What the kernel moves at a time where neither range lies in one piece.</summary>
    public const int Chunk = 256;

    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        Assert.Equal(Copy(memory), ptr.Copy(Offset, ptr, SourceOffset, (ulong)Length));
        return false;
    }

    private int Copy(MemoryModel memory)
    {
        var isSourceDirect = memory.Contains(SourceOffset, Length) && memory.IsDirect(memory.Start + SourceOffset, Length);
        var isDirect = !memory.IsReadOnly && memory.Contains(Offset, Length) && memory.IsDirect(memory.Start + Offset, Length);
        var bytes = new byte[Length];
        if (isSourceDirect)
            return memory.Read(bytes, SourceOffset, 0) | memory.Write(Offset, bytes, 0);
        if (isDirect)
        {
            // The bytes go straight to where they belong, so what a failed read leaves there stays.
            Assert.Equal(0, memory.Read(bytes, Offset, 0));
            var error = memory.Read(bytes, SourceOffset, 0);
            Assert.Equal(0, memory.Write(Offset, bytes, 0));
            return error;
        }

        if (!memory.Contains(Offset, Length) || !memory.Contains(SourceOffset, Length))
            return -Errno.E2BIG;
        for (var done = 0; done < Length; done += Chunk)
        {
            var chunk = bytes.AsSpan(0, Math.Min(Chunk, Length - done));
            var error = memory.Read(chunk, SourceOffset + (uint)done, 0);
            if (error == 0)
                error = memory.Write(Offset + (uint)done, chunk, 0);
            if (error != 0)
                return error;
        }

        return 0;
    }
}
