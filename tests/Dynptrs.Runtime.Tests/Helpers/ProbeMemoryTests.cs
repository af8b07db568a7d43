using System.Runtime.CompilerServices;

namespace Dynptrs.Tests.Helpers;

public class ProbeMemoryTests
{
    [Fact]
    public void It_copies_what_can_be_read()
    {
        byte[] destination = new byte[2];

        Assert.Equal(0, ProbeMemory.ReadKernel(destination, [1, 2, 3]));
        Assert.Equal([1, 2], destination);
        Assert.Equal(0, ProbeMemory.ReadKernel(out int value, 5));
        Assert.Equal(5, value);
        Assert.Equal(0, ProbeMemory.ReadKernel([], []));
    }

    [Fact]
    public void It_zeroes_the_destination_where_nothing_can_be_read()
    {
        byte[] destination = [7, 7, 7];

        Assert.Equal(-Errno.EFAULT, ProbeMemory.ReadKernel(destination, [1, 2]));
        Assert.Equal([0, 0, 0], destination);
        Assert.Equal(-Errno.EFAULT, ProbeMemory.ReadKernel(out int value, in Unsafe.NullRef<int>()));
        Assert.Equal(0, value);
    }
}
