namespace Dynptrs.Tests.Memory.Model;

internal sealed class RecordModel(RingBuf ring, byte[] bytes) : MemoryModel
{
    public override byte[] Bytes { get; } = bytes;

    public override void Release(ref Dynptr ptr) => ptr.Discard(BpfConstants.BPF_RB_NO_WAKEUP);

    public override void AssertAgrees(scoped in Dynptr whole)
    {
        var real = new byte[Bytes.Length];
        Assert.Equal(0, whole.Read(real));
        Assert.Equal(Bytes, real);
    }

    protected override Dynptr Create()
    {
        Assert.Equal(0, ring.Reserve((uint)Bytes.Length, out var ptr));
        Assert.Equal(0, ptr.Write(0, Bytes));
        return ptr;
    }
}
