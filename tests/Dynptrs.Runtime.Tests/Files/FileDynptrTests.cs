using System;
using Dynptrs.Tests.Memory;

namespace Dynptrs.Tests.Files;

public class FileDynptrTests
{
    private const int Length = 5000;

    [Theory]
    [InlineData(0, 5000)]
    [InlineData(0, 0)]
    [InlineData(1, 4999)]
    [InlineData(4096, 10)]
    [InlineData(4999, 1)]
    [InlineData(5000, 0)]
    public void The_bytes_of_the_file_are_read(int offset, int count)
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);
        var read = new byte[count];

        Assert.Equal(0, ptr.Read(read, (ulong)offset));

        Assert.Equal(TestBytes.Counting(Length)[offset..(offset + count)], read);
    }

    [Fact]
    public void Beyond_its_end_the_file_answers_eio_and_the_view_does_not_end()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);
        var two = new byte[2];

        Assert.Equal(ulong.MaxValue, ptr.Size);
        Assert.Equal(-Errno.EIO, ptr.Read(two, Length - 1));
        Assert.Equal(-Errno.EIO, ptr.Read(two, Length));
        Assert.Equal(-Errno.EIO, ptr.Read(two, long.MaxValue - 1));
        Assert.Equal(-Errno.EIO, ptr.Read(two, 1UL << 63));
        Assert.Equal(-Errno.EIO, ptr.Read(two, ulong.MaxValue - 2));
        Assert.Equal(0, ptr.Read([], ulong.MaxValue));
        Assert.Equal(-Errno.E2BIG, ptr.Read(two, ulong.MaxValue - 1));
        Assert.Equal(-Errno.E2BIG, ptr.Read(two, ulong.MaxValue));
    }

    [Fact]
    public void Flags_of_a_read_are_einval()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);

        Assert.Equal(-Errno.EINVAL, Open(file).Read(new byte[1], 0, 1));
    }

    [Fact]
    public void It_may_only_be_read()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);
        var buffer = new byte[8];

        Assert.True(ptr.IsReadOnly);
        Assert.Equal(-Errno.EINVAL, ptr.Write(0, buffer));
        Assert.Equal(-Errno.EINVAL, ptr.Fill(0, 8, 1));
        Assert.Equal(-Errno.EINVAL, ptr.Copy(0, Make.Local(buffer), 0, 8));
        Assert.Equal(-Errno.EINVAL, ptr.ProbeReadKernel(0, 8, (nuint)KernelTask.CurrentAddress));
        Assert.True(ptr.Data(0, 8).IsNull);
        Assert.True(ptr.GetWritableSlice(0, buffer, 8).IsNull);
        Assert.Equal(TestBytes.Counting(Length), System.IO.File.ReadAllBytes(content.Path));
    }

    [Fact]
    public void A_slice_is_a_copy_in_the_buffer()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);
        var buffer = new byte[20];

        var slice = ptr.GetSlice(100, buffer, 16);

        Assert.Equal(TestBytes.Counting(Length)[100..116], slice.Span.ToArray());
        Assert.Equal([.. TestBytes.Counting(Length)[100..116], 0, 0, 0, 0], buffer);
        Assert.Equal(0x67666564, ptr.GetSlice<int>(100, buffer).Value);
    }

    [Fact]
    public void Without_a_buffer_beyond_the_end_and_outside_of_the_view_a_slice_is_null()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);
        var buffer = new byte[16];

        Assert.True(ptr.GetSlice(0, [], 16).IsNull);
        Assert.True(ptr.GetSlice(0, [], 1UL << 32).IsNull);
        Assert.True(ptr.GetSlice(Length - 15, buffer, 16).IsNull);
        Assert.True(ptr.GetSlice(ulong.MaxValue, buffer, 16).IsNull);
        Assert.Equal(0, ptr.Adjust(0, 15));
        Assert.True(ptr.GetSlice(0, buffer, 16).IsNull);
        Assert.False(ptr.GetSlice(0, buffer, 15).IsNull);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("scattered")]
    public void It_is_copied_into_other_memory(string kind)
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var source = Open(file);
        var destination = DynptrCopyTests.OfKind(kind, 700);

        Assert.Equal(0, destination.Copy(50, source, 1000, 600));

        var read = new byte[600];
        Assert.Equal(0, destination.Read(read, 50));
        Assert.Equal(TestBytes.Counting(Length)[1000..1600], read);
        Assert.Equal(-Errno.EIO, destination.Copy(0, source, Length - 10, 600));
        Assert.Equal(-Errno.E2BIG, destination.Copy(0, source, ulong.MaxValue, 600));
        Assert.Equal(0, source.Adjust(0, 599));
        Assert.Equal(-Errno.E2BIG, destination.Copy(50, source, 0, 600));
    }

    [Fact]
    public void All_clones_share_one_view()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);
        Assert.Equal(0, ptr.Adjust(10, 2000));
        Assert.Equal(0, ptr.Clone(out var clone));

        Assert.Equal(0, clone.Adjust(90, 1000));

        Assert.Equal(910u, ptr.Size);
        Assert.Equal(910u, clone.Size);
        Assert.Equal(0, ptr.Read(out byte first));
        Assert.Equal(100, first);
        Assert.Equal(-Errno.E2BIG, ptr.Read(new byte[2], 909));
        Assert.Equal(0, ptr.Adjust(900, 910));
        Assert.Equal(10u, clone.Size);
        Assert.Equal(0, clone.Read(out byte last, 9));
        Assert.Equal(TestBytes.Counting(Length)[1009], last);
    }

    [Fact]
    public void A_view_only_shrinks()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);

        Assert.Equal(-Errno.EINVAL, ptr.Adjust(2, 1));
        Assert.Equal(ulong.MaxValue, ptr.Size);
        Assert.Equal(0, ptr.Adjust(8, 16));
        Assert.Equal(-Errno.ERANGE, ptr.Adjust(0, 9));
        Assert.Equal(-Errno.ERANGE, ptr.Adjust(9, 9));
        Assert.Equal(8u, ptr.Size);
        Assert.Equal(0, ptr.Adjust(8, 8));
        Assert.Equal(0u, ptr.Size);
        Assert.Equal(0, ptr.Read([]));
        Assert.Equal(-Errno.E2BIG, ptr.Read(new byte[1]));
    }

    [Fact]
    public void Two_dynptrs_of_one_file_have_a_view_each()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var first = Open(file);
        var second = Open(file);

        Assert.Equal(0, first.Adjust(100, 200));

        Assert.Equal(ulong.MaxValue, second.Size);
        first.DiscardFile();
        Assert.Equal(0, second.Read(out byte value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void A_file_larger_than_memory_is_read_on_demand()
    {
        const long Far = 40L << 30;
        using var content = new TempFile([]);
        try
        {
            content.SetLength(64L << 30);
            content.Write(Far, [1, 2, 3, 4]);
        }
        catch (System.IO.IOException e)
        {
            Assert.Skip($"The file system does not take a file of 64 GiB with nothing in it: {e.Message}");
        }

        using var file = new KernelFile(content.Path);
        var ptr = Open(file);

        Assert.Equal(0, ptr.Read(out int value, Far));
        Assert.Equal(0x04030201, value);
        Assert.Equal(0, ptr.Adjust(Far, Far + 8));
        Assert.Equal(0, ptr.Read(out long shifted));
        Assert.Equal(0x04030201, shifted);
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) < 4L << 30);
    }

    [Fact]
    public void A_file_that_is_truncated_or_grows_meanwhile_is_what_it_is_at_each_read()
    {
        using var content = Content();
        using var file = new KernelFile(content.Path);
        var ptr = Open(file);
        var read = new byte[100];
        Assert.Equal(0, ptr.Read(read, 4000));

        content.SetLength(4050);
        Assert.Equal(-Errno.EIO, ptr.Read(read, 4000));
        Assert.Equal(0, ptr.Read(read, 3950));

        content.Write(4050, [9, 9]);
        Assert.Equal(0, ptr.Read(read.AsSpan(0, 2), 4050));
        Assert.Equal([9, 9], read[..2]);
    }

    [Fact]
    public void What_the_operating_system_answers_to_a_read_is_passed_on()
    {
        using var content = Content();
        using var handle = System.IO.File.OpenHandle(content.Path, access: System.IO.FileAccess.Write);
        using var file = new KernelFile(handle);

        Assert.Equal(-Errno.EACCES, Open(file).Read(new byte[1]));
    }

    internal static Dynptr Open(KernelFile file)
    {
        Assert.Equal(0, file.ToDynptr(out var ptr));
        return ptr;
    }

    internal static TempFile Content() => new(TestBytes.Counting(Length));
}
