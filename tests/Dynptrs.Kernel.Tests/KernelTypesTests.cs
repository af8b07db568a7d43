using System;
using System.IO;

namespace Dynptrs.Kernel.Tests;

/// <summary>What the kernel tells of its types.</summary>
public sealed class KernelTypesTests
{
    [Theory]
    // Their layout is an interface of the kernel's, so it is known.
    [InlineData("iphdr", "protocol", 9)]
    [InlineData("tcphdr", "check", 16)]
    // These lie in a union, and in a structure in it, that have no name.
    [InlineData("iphdr", "daddr", 16)]
    [InlineData("ethhdr", "h_proto", 12)]
    public void A_field_is_found(string structure, string field, int offset)
    {
        SkipWhereMissing();
        Assert.Equal(offset, KernelTypes.OffsetOf(structure, field));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        SkipWhereMissing();
        Assert.Contains("`no_such_type`", Assert.Throws<ArgumentException>(() => KernelTypes.OffsetOf("no_such_type", "x")).Message);
        Assert.Contains("`no_such_field`", Assert.Throws<ArgumentException>(() => KernelTypes.OffsetOf("iphdr", "no_such_field")).Message);
    }

    [Fact]
    public void Bits_have_no_place_in_bytes()
    {
        SkipWhereMissing();
        Assert.Throws<NotSupportedException>(() => KernelTypes.OffsetOf("iphdr", "ihl"));
        Assert.Throws<NotSupportedException>(() => KernelTypes.OffsetOf("iphdr", "version"));
    }

    private static void SkipWhereMissing() =>
        Assert.SkipUnless(File.Exists("/sys/kernel/btf/vmlinux"), "This kernel does not tell its types.");
}
