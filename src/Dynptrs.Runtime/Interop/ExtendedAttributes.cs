using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>The extended attributes of an open file, or of what an open path stands for, on Linux.</summary>
/// <remarks>
/// Both kinds of handle are reached through the link that <c>/proc</c> has for them: the calls for descriptors refuse the second.
/// </remarks>
internal static unsafe partial class ExtendedAttributes
{
    /// <summary>The right to read, for <see cref="CheckAccess"/>.</summary>
    public const int ForReading = 4;

    /// <summary>The right to write, for <see cref="CheckAccess"/>.</summary>
    public const int ForWriting = 2;

    private const int MaxNameLength = 255;
    private const int CurrentDirectory = -100;
    private const int WithEffectiveIds = 0x200;

    /// <summary>Whether this process may read or write the file, which the operating system asks for some names only.</summary>
    /// <returns>0, or a negative errno.</returns>
    public static int CheckAccess(SafeFileHandle handle, int mode)
    {
        using var held = new HeldDescriptor(handle);
        return SystemCall.Result(FAccessAt(CurrentDirectory, held.Path, mode, WithEffectiveIds));
    }

    /// <summary>Reads an attribute.</summary>
    /// <returns>The length of the value, or a negative errno.</returns>
    public static int Get(SafeFileHandle handle, scoped ReadOnlySpan<byte> name, scoped Span<byte> value)
    {
        var terminated = stackalloc byte[MaxNameLength + 1];
        if (!TryTerminate(name, terminated))
            return -Errno.ERANGE;
        using var held = new HeldDescriptor(handle);
        fixed (byte* start = value)
            return SystemCall.Result(GetXattr(held.Path, terminated, start, (nuint)value.Length));
    }

    /// <summary>Sets an attribute.</summary>
    /// <returns>0, or a negative errno.</returns>
    public static int Set(SafeFileHandle handle, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value, int flags)
    {
        var terminated = stackalloc byte[MaxNameLength + 1];
        if (!TryTerminate(name, terminated))
            return -Errno.ERANGE;
        using var held = new HeldDescriptor(handle);
        fixed (byte* start = value)
            return SystemCall.Result(SetXattr(held.Path, terminated, start, (nuint)value.Length, flags));
    }

    /// <summary>Removes an attribute.</summary>
    /// <returns>0, or a negative errno.</returns>
    public static int Remove(SafeFileHandle handle, scoped ReadOnlySpan<byte> name)
    {
        var terminated = stackalloc byte[MaxNameLength + 1];
        if (!TryTerminate(name, terminated))
            return -Errno.ERANGE;
        using var held = new HeldDescriptor(handle);
        return SystemCall.Result(RemoveXattr(held.Path, terminated));
    }

    private static bool TryTerminate(scoped ReadOnlySpan<byte> name, byte* terminated)
    {
        var end = name.IndexOf((byte)0);
        if (end >= 0)
            name = name[..end];
        terminated[Math.Min(name.Length, MaxNameLength)] = 0;
        return name.TryCopyTo(new Span<byte>(terminated, MaxNameLength));
    }

    [LibraryImport("libc", EntryPoint = "faccessat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FAccessAt(int directory, string path, int mode, int flags);

    [LibraryImport("libc", EntryPoint = "getxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetXattr(string path, byte* name, byte* value, nuint size);

    [LibraryImport("libc", EntryPoint = "setxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetXattr(string path, byte* name, byte* value, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "removexattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RemoveXattr(string path, byte* name);
}
