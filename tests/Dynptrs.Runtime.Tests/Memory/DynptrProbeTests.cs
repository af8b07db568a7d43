using System;
using System.Linq;
using System.Text;

namespace Dynptrs.Tests.Memory;

public class DynptrProbeTests
{
    // The first page of an address space is never there.
    private const nuint Nowhere = 16;
    private static readonly nuint Upper = nuint.MaxValue - 0x7ffff000;

    internal delegate int Probe(scoped in Dynptr ptr, ulong offset, ulong size, nuint address);

    public static TheoryData<string, string> BytesToKinds =>
        Combine(["user", "kernel", "copy", "task"], ["local", "ringbuf", "skb", "xdp", "scattered"]);

    public static TheoryData<string, string> StringsToKinds =>
        Combine(["user_str", "kernel_str", "copy_str", "task_str"], ["local", "ringbuf", "skb", "xdp", "scattered"]);

    public static TheoryData<string> All => ["user", "kernel", "copy", "task", "user_str", "kernel_str", "copy_str", "task_str"];

    [Theory]
    [MemberData(nameof(BytesToKinds))]
    public void Bytes_up_to_the_end_of_a_page_come_over(string probe, string kind)
    {
        using var page = new PageEdge();
        var bytes = TestBytes.Counting(600);
        var address = page.Put(bytes);
        var ptr = DynptrCopyTests.OfKind(kind, 700);

        Assert.Equal(0, Of(probe)(ptr, 50, 600, address));

        Assert.Equal(bytes, Bytes(ptr, 50, 600));
    }

    [Theory]
    [MemberData(nameof(BytesToKinds))]
    public void A_byte_that_cannot_be_read_is_efault(string probe, string kind)
    {
        using var page = new PageEdge();
        var ptr = DynptrCopyTests.OfKind(kind, 700);

        Assert.Equal(-Errno.EFAULT, Of(probe)(ptr, 0, 1, page.End));
        Assert.Equal(-Errno.EFAULT, Of(probe)(ptr, 0, 601, page.Put(new byte[600])));
        Assert.Equal(-Errno.EFAULT, Of(probe)(ptr, 0, 1, Nowhere));
        Assert.Equal(-Errno.EFAULT, Of(probe)(ptr, 0, 1, 0));
    }

    [Theory]
    [InlineData("user", 0xaa)]
    [InlineData("kernel", 0xaa)]
    [InlineData("task", 0xaa)]
    [InlineData("copy", 0)]
    public void Memory_in_one_piece_has_what_came_before_the_fault_and_only_one_function_clears_the_rest(string probe, byte rest)
    {
        using var page = new PageEdge();
        var address = page.Put(TestBytes.Counting(100));
        var memory = new byte[300];
        memory.AsSpan().Fill(0xaa);

        Assert.Equal(-Errno.EFAULT, Of(probe)(Make.Local(memory), 10, 280, address));

        Assert.All(memory[..10], value => Assert.Equal(0xaa, value));
        Assert.Equal(TestBytes.Counting(100), memory[10..110]);
        Assert.All(memory[110..290], value => Assert.Equal(rest, value));
        Assert.All(memory[290..], value => Assert.Equal(0xaa, value));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("kernel")]
    [InlineData("copy")]
    [InlineData("task")]
    public void Pieces_of_256_bytes_before_the_fault_stay_written(string probe)
    {
        using var page = new PageEdge();
        var address = page.Put(Enumerable.Repeat((byte)0xaa, 300).ToArray());
        var ptr = DynptrCopyTests.OfKind("scattered", 600);

        Assert.Equal(-Errno.EFAULT, Of(probe)(ptr, 0, 600, address));

        Assert.All(Bytes(ptr, 0, 256), value => Assert.Equal(0xaa, value));
        Assert.Equal(TestBytes.Counting(600)[256..], Bytes(ptr, 256, 344));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_range_outside_of_the_view_is_e2big(string probe)
    {
        using var page = new PageEdge();
        foreach (var kind in new[] { "local", "ringbuf", "skb", "xdp", "skb_meta", "scattered" })
        {
            var ptr = DynptrCopyTests.OfKind(kind, 32);
            Assert.Equal(-Errno.E2BIG, Of(probe)(ptr, 0, 33, page.Put(new byte[64])));
            Assert.Equal(-Errno.E2BIG, Of(probe)(ptr, 33, 0, page.Put(new byte[64])));
            Assert.Equal(-Errno.E2BIG, Of(probe)(ptr, 1, ulong.MaxValue, page.Put(new byte[64])));
            Assert.Equal(0, Of(probe)(ptr, 32, 0, page.End));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_null_dynptr_has_no_bytes(string probe)
    {
        using var page = new PageEdge();
        var ptr = Make.NullLocal();

        Assert.Equal(0, Of(probe)(ptr, 0, 0, page.End));
        Assert.Equal(-Errno.E2BIG, Of(probe)(ptr, 0, 1, page.Put(new byte[8])));
        Assert.Equal(-Errno.E2BIG, Of(probe)(ptr, 1, 0, page.Put(new byte[8])));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_read_only_dynptr_is_einval_at_the_first_write_and_not_before(string probe)
    {
        using var page = new PageEdge();
        var ptr = Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[46]));

        Assert.Equal(-Errno.EINVAL, Of(probe)(ptr, 0, 8, page.Put(new byte[8])));
        Assert.Equal(-Errno.EFAULT, Of(probe)(ptr, 0, 8, page.End));
        Assert.Equal(-Errno.E2BIG, Of(probe)(ptr, 0, 33, page.Put(new byte[64])));
        Assert.Equal(0, Of(probe)(ptr, 0, 0, page.End));
    }

    [Theory]
    [InlineData("kernel", -Errno.ERANGE, -Errno.ERANGE)]
    [InlineData("kernel_str", -Errno.ERANGE, 0)]
    [InlineData("user", -Errno.EFAULT, 0)]
    [InlineData("user_str", -Errno.EFAULT, 0)]
    [InlineData("copy", -Errno.EFAULT, 0)]
    [InlineData("copy_str", -Errno.EFAULT, 0)]
    [InlineData("task", -Errno.EFAULT, 0)]
    [InlineData("task_str", -Errno.EFAULT, 0)]
    public void An_address_of_the_other_half_is_erange_for_kernel_memory(string probe, int ofBytes, int ofNone)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "The halves are those of 64-bit Linux.");
        var ptr = DynptrCopyTests.OfKind("local", 32);

        Assert.Equal(ofBytes, Of(probe)(ptr, 0, 8, Upper));
        Assert.Equal(ofNone, Of(probe)(ptr, 0, 0, Upper));
    }

    [Theory]
    [MemberData(nameof(StringsToKinds))]
    public void A_string_ends_at_its_zero_even_where_the_page_ends(string probe, string kind)
    {
        using var page = new PageEdge();
        foreach (var length in new[] { 1, 2, 6, 254, 255, 256, 257, 510, 511, 512, 600 })
        {
            var text = new string('x', length - 1) + '\0';
            AssertString(Of(probe), kind, 690, page.Put(text), text);
        }
    }

    [Theory]
    [MemberData(nameof(StringsToKinds))]
    public void A_string_that_does_not_fit_is_cut(string probe, string kind)
    {
        using var page = new PageEdge();
        foreach (var size in new[] { 1, 2, 255, 256, 257, 511, 600 })
            AssertString(Of(probe), kind, size, page.Put(new string('x', size)), new string('x', size - 1) + '\0');
    }

    [Theory]
    [InlineData("user_str", -Errno.EFAULT)]
    [InlineData("kernel_str", -Errno.EFAULT)]
    [InlineData("task_str", -Errno.EFAULT)]
    [InlineData("copy_str", 4)]
    public void The_byte_that_the_zero_of_a_cut_string_replaces_is_read_by_all_but_one(string probe, int result)
    {
        using var page = new PageEdge();
        var memory = new byte[4];

        Assert.Equal(result, Of(probe)(Make.Local(memory), 0, 4, page.Put("xxx")));

        Assert.Equal("xxx\0"u8, memory);
    }

    [Theory]
    [InlineData("user_str", -Errno.EFAULT)]
    [InlineData("kernel_str", -Errno.EFAULT)]
    [InlineData("task_str", -Errno.EFAULT)]
    [InlineData("copy_str", 1)]
    public void A_string_of_size_one_is_the_zero(string probe, int result)
    {
        using var page = new PageEdge();

        Assert.Equal(result, Of(probe)(DynptrCopyTests.OfKind("local", 8), 0, 1, page.End));
        Assert.Equal(-Errno.EFAULT, Of(probe)(DynptrCopyTests.OfKind("local", 8), 0, 2, page.End));
        Assert.Equal(-Errno.EFAULT, Of(probe)(DynptrCopyTests.OfKind("scattered", 700), 0, 700, page.Put(new string('x', 600))));
    }

    [Theory]
    [InlineData("user_str", 0xaa)]
    [InlineData("copy_str", 0xaa)]
    [InlineData("kernel_str", 0)]
    [InlineData("task_str", 0)]
    public void Where_a_string_cannot_be_read_on_there_may_be_a_zero(string probe, byte expected)
    {
        using var page = new PageEdge();
        byte[] memory = [0xaa, 0xaa];

        Assert.Equal(-Errno.EFAULT, Of(probe)(Make.Local(memory), 0, 2, page.End));

        Assert.Equal([expected, 0xaa], memory);
    }

    [Fact]
    public void Slices_of_a_packet_are_left_alone()
    {
        using var page = new PageEdge();
        var ptr = DynptrCopyTests.OfKind("skb", 32);
        var slice = ptr.GetWritableSlice(0, [], 4);

        Assert.Equal(0, ptr.ProbeReadUser(0, 4, page.Put([1, 2, 3, 4])));

        Assert.Equal([1, 2, 3, 4], slice.Span.ToArray());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_released_dynptr_is_refused(string probe)
    {
        var ptr = Make.Record(8);
        ptr.Discard();
        var name = probe;

        DynptrException? refused = null;
        try
        {
            Of(name)(ptr, 0, 8, 0);
        }
        catch (DynptrException e)
        {
            refused = e;
        }

        Assert.Contains("released", refused?.Message);
    }

    internal static Probe Of(string name) => name switch
    {
        "user" => static (scoped in ptr, offset, size, address) => ptr.ProbeReadUser(offset, size, address),
        "kernel" => static (scoped in ptr, offset, size, address) => ptr.ProbeReadKernel(offset, size, address),
        "copy" => static (scoped in ptr, offset, size, address) => ptr.CopyFromUser(offset, size, address),
        "task" => static (scoped in ptr, offset, size, address) => ptr.CopyFromTask(offset, size, address, KernelTask.Current),
        "user_str" => static (scoped in ptr, offset, size, address) => ptr.ProbeReadUserString(offset, size, address),
        "kernel_str" => static (scoped in ptr, offset, size, address) => ptr.ProbeReadKernelString(offset, size, address),
        "copy_str" => static (scoped in ptr, offset, size, address) => ptr.CopyFromUserString(offset, size, address),
        "task_str" => static (scoped in ptr, offset, size, address) => ptr.CopyFromTaskString(offset, size, address, KernelTask.Current),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    // What lies around the string must stay as it was.
    private static void AssertString(Probe probe, string kind, int size, nuint address, string expected)
    {
        var ptr = DynptrCopyTests.OfKind(kind, 700);
        if (kind != "scattered")
            Assert.Equal(0, ptr.Fill(0, 700, 0xaa));
        var bytes = Bytes(ptr, 0, 700);

        Assert.Equal(expected.Length, probe(ptr, 5, (ulong)size, address));

        Encoding.UTF8.GetBytes(expected).CopyTo(bytes, 5);
        Assert.Equal(bytes, Bytes(ptr, 0, 700));
    }

    private static byte[] Bytes(scoped in Dynptr ptr, ulong offset, int count)
    {
        var bytes = new byte[count];
        Assert.Equal(0, ptr.Read(bytes, offset));
        return bytes;
    }

    private static TheoryData<string, string> Combine(string[] probes, string[] kinds)
    {
        var rows = new TheoryData<string, string>();
        foreach (var probe in probes)
        {
            foreach (var kind in kinds)
                rows.Add(probe, kind);
        }

        return rows;
    }
}
