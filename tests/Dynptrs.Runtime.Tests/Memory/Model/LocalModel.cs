namespace Dynptrs.Tests.Memory.Model;

internal sealed class LocalModel(byte[] bytes) : MemoryModel
{
    private readonly byte[] _real = [.. bytes];

    public override byte[] Bytes { get; } = bytes;

    public override void AssertAgrees(scoped in Dynptr whole) => Assert.Equal(Bytes, _real);

    protected override Dynptr Create() => Tests.Make.Local(_real);
}
