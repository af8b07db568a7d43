namespace Dynptrs.Tests.Memory.Model.Operations;

internal sealed record AdjustOperation(ulong From, ulong To) : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        var expected = From > To ? -Errno.EINVAL : To > memory.Size ? -Errno.ERANGE : 0;

        Assert.Equal(expected, ptr.Adjust(From, To));

        if (expected == 0)
        {
            memory.Start += From;
            memory.Size = To - From;
        }

        return false;
    }
}
