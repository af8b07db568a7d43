using System;

namespace Dynptrs.Tests.Memory.Model.Operations;

internal sealed record DataOperation(ulong Offset, int Length, int Seed) : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        var isExpected = memory.HasData && !memory.IsReadOnly && memory.Contains(Offset, Length);

        var slice = ptr.Data(Offset, (ulong)Length);

        Assert.Equal(isExpected, !slice.IsNull);
        if (isExpected)
        {
            var expected = new byte[Length];
            Assert.Equal(0, memory.Read(expected, Offset, 0));
            Assert.Equal(expected, slice.Span.ToArray());
            var bytes = Data.Random(Seed, Length);
            bytes.AsSpan().CopyTo(slice.Span);
            Assert.Equal(0, memory.Write(Offset, bytes, 0));
        }

        return false;
    }
}
