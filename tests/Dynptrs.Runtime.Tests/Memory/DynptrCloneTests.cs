namespace Dynptrs.Tests.Memory;

public class DynptrCloneTests
{
    [Fact]
    public void A_clone_has_the_memory_but_a_view_of_its_own()
    {
        var ptr = Make.Local(TestBytes.Counting(40));
        Assert.Equal(0, ptr.Adjust(2, 40));

        Assert.Equal(0, ptr.Clone(out var clone));
        Assert.Equal(38u, clone.Size);
        Assert.Equal(0, ptr.Adjust(5, 5));

        Assert.Equal(0u, ptr.Size);
        Assert.Equal(38u, clone.Size);
        Assert.Equal(0, clone.Read(out byte first));
        Assert.Equal(2, first);
    }

    [Theory]
    [InlineData(BpfProgramType.CgroupSkb, true)]
    [InlineData(BpfProgramType.SchedCls, false)]
    public void A_clone_keeps_the_read_only_bit(BpfProgramType type, bool isReadOnly)
    {
        var ptr = Make.Packet(new SkBuff(type, new byte[40]));

        Assert.Equal(0, ptr.Clone(out var clone));

        Assert.Equal(isReadOnly, clone.IsReadOnly);
        Assert.Equal(isReadOnly ? -Errno.EINVAL : 0, clone.Write(0, 1));
    }

    [Fact]
    public void The_clone_of_null_is_null()
    {
        var ptr = Make.NullRecord();

        Assert.Equal(-Errno.EINVAL, ptr.Clone(out var clone));

        Assert.True(clone.IsNull);
        clone.Submit();
    }
}
