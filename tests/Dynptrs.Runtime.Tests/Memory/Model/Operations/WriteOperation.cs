namespace Dynptrs.Tests.Memory.Model.Operations;

internal sealed record WriteOperation(ulong Offset, int Length, ulong Flags, int Seed) : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        var bytes = Data.Random(Seed, Length);

        Assert.Equal(memory.Write(Offset, bytes, Flags), ptr.Write(Offset, bytes, Flags));

        return memory.WritingEndsSlices;
    }
}
