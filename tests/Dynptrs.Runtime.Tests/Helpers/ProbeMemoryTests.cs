using System;
using System.Runtime.CompilerServices;

namespace Dynptrs.Tests.Helpers;

public class ProbeMemoryTests
{
    [Fact]
    public void It_copies_what_can_be_read()
    {
        var destination = new byte[2];

        Assert.Equal(0, ProbeMemory.ReadKernel(destination, [1, 2, 3]));
        Assert.Equal([1, 2], destination);
        Assert.Equal(0, ProbeMemory.ReadKernel(out var value, 5));
        Assert.Equal(5, value);
        Assert.Equal(0, ProbeMemory.ReadKernel([], []));
    }

    [Fact]
    public void It_zeroes_the_destination_where_nothing_can_be_read()
    {
        byte[] destination = [7, 7, 7];

        Assert.Equal(-Errno.EFAULT, ProbeMemory.ReadKernel(destination, [1, 2]));
        Assert.Equal([0, 0, 0], destination);
        Assert.Equal(-Errno.EFAULT, ProbeMemory.ReadKernel(out var value, in Unsafe.NullRef<int>()));
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData("kernel")]
    [InlineData("user")]
    [InlineData("copy")]
    public void It_copies_from_an_address(string probe)
    {
        using var page = new PageEdge();
        var address = page.Put([1, 2, 3, 4]);
        var destination = new byte[4];

        Assert.Equal(0, Read(probe, destination, address));
        Assert.Equal([1, 2, 3, 4], destination);
        Assert.Equal(0, Read(probe, out var value, address));
        Assert.Equal(0x04030201, value);
        Assert.Equal(0, Read(probe, [], address));
    }

    [Theory]
    [InlineData("kernel")]
    [InlineData("user")]
    [InlineData("copy")]
    public void It_zeroes_all_of_the_destination_where_an_address_cannot_be_read(string probe)
    {
        using var page = new PageEdge();
        byte[] destination = [7, 7, 7, 7];

        Assert.Equal(-Errno.EFAULT, Read(probe, destination, page.Put([1, 2, 3])));
        Assert.Equal([0, 0, 0, 0], destination);
        Assert.Equal(-Errno.EFAULT, Read(probe, out var value, page.End));
        Assert.Equal(0, value);
    }

    [Fact]
    public void The_other_half_of_the_address_space_is_erange_for_kernel_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "The halves are those of 64-bit Linux.");
        byte[] destination = [7, 7];

        Assert.Equal(-Errno.ERANGE, ProbeMemory.ReadKernel(destination, nuint.MaxValue - 0xffff));
        Assert.Equal([0, 0], destination);
        Assert.Equal(-Errno.ERANGE, ProbeMemory.ReadKernel([], nuint.MaxValue - 0xffff));
        Assert.Equal(-Errno.EFAULT, ProbeMemory.ReadUser(destination, nuint.MaxValue - 0xffff));
        Assert.Equal(-Errno.EFAULT, ProbeMemory.CopyFromUser(destination, nuint.MaxValue - 0xffff));
    }

    [Theory]
    [InlineData("kernel")]
    [InlineData("user")]
    public void A_string_is_copied_up_to_its_zero_and_cut_where_it_does_not_fit(string probe)
    {
        using var page = new PageEdge();
        byte[] destination = [7, 7, 7, 7, 7];

        Assert.Equal(4, ReadString(probe, destination, page.Put("abc\0"u8)));
        Assert.Equal("abc\0\a"u8, destination);
        Assert.Equal(3, ReadString(probe, destination.AsSpan(0, 3), page.Put("abc\0"u8)));
        Assert.Equal("ab\0\0\a"u8, destination);
        Assert.Equal(1, ReadString(probe, destination, page.Put("\0"u8)));
        Assert.Equal(0, ReadString(probe, [], page.End));
    }

    [Theory]
    [InlineData("kernel")]
    [InlineData("user")]
    public void A_string_without_its_end_zeroes_the_destination(string probe)
    {
        using var page = new PageEdge();
        byte[] destination = [7, 7, 7, 7];

        Assert.Equal(-Errno.EFAULT, ReadString(probe, destination, page.Put("abc"u8)));
        Assert.Equal([0, 0, 0, 0], destination);
        Assert.Equal(-Errno.EFAULT, ReadString(probe, destination, page.End));
    }

    private static int ReadString(string probe, Span<byte> destination, nuint address) =>
        probe == "kernel" ? ProbeMemory.ReadKernelString(destination, address) : ProbeMemory.ReadUserString(destination, address);

    private static int Read(string probe, Span<byte> destination, nuint address) => probe switch
    {
        "kernel" => ProbeMemory.ReadKernel(destination, address),
        "user" => ProbeMemory.ReadUser(destination, address),
        "copy" => ProbeMemory.CopyFromUser(destination, address),
        _ => throw new ArgumentOutOfRangeException(nameof(probe)),
    };

    private static int Read(string probe, out int destination, nuint address) => probe switch
    {
        "kernel" => ProbeMemory.ReadKernel(out destination, address),
        "user" => ProbeMemory.ReadUser(out destination, address),
        "copy" => ProbeMemory.CopyFromUser(out destination, address),
        _ => throw new ArgumentOutOfRangeException(nameof(probe)),
    };
}
