using System;

namespace Dynptrs.Tests.Memory.Model.Operations;

/// <summary>Takes a slice, with or without a buffer, and writes through it if it may be written.</summary>
internal sealed record SliceOperation(ulong Offset, int Length, bool IsWritable, bool HasBuffer, int Seed) : Operation
{
    private const int MoreThanTheSlice = 3;

    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        var before = HasBuffer ? Data.Random(2, Length + MoreThanTheSlice) : [];
        byte[] buffer = [.. before];
        byte[] expectedBuffer = [.. before];
        var expected = new byte[Length];
        var isExpected = (!IsWritable || !memory.IsReadOnly) && memory.Contains(Offset, Length);
        var isDirect = isExpected && memory.IsDirect(memory.Start + Offset, Length);
        if (isDirect)
            Assert.Equal(0, memory.Read(expected, Offset, 0));
        else if (isExpected)
            isExpected = HasBuffer && memory.CopyToBuffer(memory.Start + Offset, expectedBuffer.AsSpan(0, Length));

        if (!isDirect && isExpected)
            expected = expectedBuffer[..Length];
        if (IsWritable)
        {
            var slice = ptr.GetWritableSlice(Offset, buffer, (ulong)Length);
            Assert.Equal(isExpected, !slice.IsNull);
            Assert.Equal(expectedBuffer, buffer);
            if (isExpected)
            {
                Assert.Equal(expected, slice.Span.ToArray());
                var bytes = Data.Random(Seed, Length);
                bytes.AsSpan().CopyTo(slice.Span);
                if (isDirect)
                    Assert.Equal(0, memory.Write(Offset, bytes, 0));
            }
        }
        else
        {
            var slice = ptr.GetSlice(Offset, buffer, (ulong)Length);
            Assert.Equal(isExpected, !slice.IsNull);
            Assert.Equal(expectedBuffer, buffer);
            if (isExpected)
                Assert.Equal(expected, slice.Span.ToArray());
        }

        return false;
    }
}
