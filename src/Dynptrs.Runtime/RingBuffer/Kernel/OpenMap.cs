using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>A map of the running kernel, by its file descriptor.</summary>
internal sealed class OpenMap : IDisposable
{
    private OpenMap(SafeFileHandle file, BpfMapInfo info)
    {
        File = file;
        Info = info;
    }

    public SafeFileHandle File { get; }

    public BpfMapInfo Info { get; }

    /// <summary>Takes a map by its descriptor, of which a copy is made.</summary>
    public static OpenMap FromFileDescriptor(int fileDescriptor, uint type)
    {
        ThrowUnlessLinux();
        return Open(BpfSystem.TryDuplicate(fileDescriptor) ?? throw Failed($"The file descriptor {fileDescriptor} cannot be used"), type);
    }

    /// <summary>Takes a map by the path in a BPF file system that it is pinned to.</summary>
    public static OpenMap FromPinnedPath(string path, uint type)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ThrowUnlessLinux();
        return Open(BpfSystem.TryOpen(path) ?? throw Failed($"No map can be opened at {path}"), type);
    }

    public void Dispose() => File.Dispose();

    private static OpenMap Open(SafeFileHandle file, uint type)
    {
        if (!BpfSystem.TryGetInfo(file, out var info))
        {
            file.Dispose();
            throw Failed("The file is no map of the kernel");
        }

        if (info.Type != type)
        {
            file.Dispose();
            throw new IOException($"The map has the type {info.Type}, but a ring buffer for this use has the type {type}.");
        }

        return new OpenMap(file, info);
    }

    private static IOException Failed(string what) =>
        new($"{what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

    private static void ThrowUnlessLinux()
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Ring buffers of the kernel are there on Linux only.");
    }
}
