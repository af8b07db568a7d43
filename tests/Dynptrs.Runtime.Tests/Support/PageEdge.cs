using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Dynptrs.Tests;

/// <summary>A page of memory, behind which there is none.</summary>
internal sealed unsafe partial class PageEdge : IDisposable
{
    private const int ReadAndWrite = 3;
    private const int PrivateAndAnonymous = 0x22;

    private readonly nint _pages;

    public PageEdge()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read by its address on Linux only.");
        _pages = Map(0, 2 * (nuint)Environment.SystemPageSize, ReadAndWrite, PrivateAndAnonymous, -1, 0);
        Assert.NotEqual(-1, _pages);
        Assert.Equal(0, Protect(_pages + Environment.SystemPageSize, (nuint)Environment.SystemPageSize, 0));
    }

    /// <summary>The first address that cannot be read.</summary>
    public nuint End => (nuint)(_pages + Environment.SystemPageSize);

    /// <summary>Puts bytes in front of the end.</summary>
    /// <returns>The address of the first.</returns>
    public nuint Put(ReadOnlySpan<byte> bytes)
    {
        var start = End - (nuint)bytes.Length;
        bytes.CopyTo(new Span<byte>((void*)start, bytes.Length));
        return start;
    }

    public nuint Put(string text) => Put(Encoding.UTF8.GetBytes(text));

    public void Dispose() => Assert.Equal(0, Unmap(_pages, 2 * (nuint)Environment.SystemPageSize));

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int descriptor, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
