using System;
using System.Linq;

namespace Dynptrs.Tests.Memory.Model.Operations;

internal sealed record FillOperation(ulong Offset, int Length, byte Value) : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        Assert.Equal(Fill(memory), ptr.Fill(Offset, (ulong)Length, Value));
        return false;
    }

    private int Fill(MemoryModel memory)
    {
        if (memory.IsReadOnly)
            return -Errno.EINVAL;
        if (!memory.Contains(Offset, Length))
            return -Errno.E2BIG;
        byte[] bytes = [.. Enumerable.Repeat(Value, Length)];
        if (memory.IsDirect(memory.Start + Offset, Length))
            return memory.Write(Offset, bytes, 0);
        var error = 0;
        for (var done = 0; done < Length && error == 0; done += CopyOperation.Chunk)
            error = memory.Write(Offset + (uint)done, bytes.AsSpan(done, Math.Min(CopyOperation.Chunk, Length - done)), 0);
        return error;
    }
}
