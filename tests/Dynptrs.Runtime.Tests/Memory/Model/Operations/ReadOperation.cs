namespace Dynptrs.Tests.Memory.Model.Operations;

internal sealed record ReadOperation(ulong Offset, int Length, ulong Flags) : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        var real = Data.Random(1, Length);
        byte[] expected = [.. real];

        Assert.Equal(memory.Read(expected, Offset, Flags), ptr.Read(real, Offset, Flags));

        Assert.Equal(expected, real);
        return false;
    }
}
