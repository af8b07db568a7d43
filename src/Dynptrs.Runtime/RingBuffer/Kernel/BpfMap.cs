using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>A map of the running kernel, by its file descriptor.</summary>
internal sealed partial class BpfMap : IDisposable
{
    private const int ObjectGet = 7;
    private const int ObjectGetInfo = 15;

    private BpfMap(SafeFileHandle file, BpfMapInfo info)
    {
        File = file;
        Info = info;
    }

    public SafeFileHandle File { get; }

    public BpfMapInfo Info { get; }

    /// <summary>Takes a map by its descriptor, of which a copy is made.</summary>
    public static BpfMap FromFileDescriptor(int fileDescriptor, uint type)
    {
        ThrowUnlessLinux();
        int copy = Duplicate(fileDescriptor);
        if (copy < 0)
            throw Failed($"The file descriptor {fileDescriptor} cannot be used");
        return Open(new SafeFileHandle(copy, ownsHandle: true), type);
    }

    /// <summary>Takes a map by the path in a BPF file system that it is pinned to.</summary>
    public static unsafe BpfMap FromPinnedPath(string path, uint type)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ThrowUnlessLinux();
        nint name = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            ulong* attributes = stackalloc ulong[2] { (ulong)name, 0 };
            int file = SystemCall(ObjectGet, attributes, 2 * sizeof(ulong));
            if (file < 0)
                throw Failed($"No map can be opened at {path}");
            return Open(new SafeFileHandle(file, ownsHandle: true), type);
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }
    }

    public void Dispose() => File.Dispose();

    private static unsafe BpfMap Open(SafeFileHandle file, uint type)
    {
        BpfMapInfo info = default;
        ulong* attributes = stackalloc ulong[2];
        attributes[0] = (uint)file.DangerousGetHandle() | ((ulong)sizeof(BpfMapInfo) << 32);
        attributes[1] = (ulong)&info;
        if (SystemCall(ObjectGetInfo, attributes, 2 * sizeof(ulong)) < 0)
        {
            file.Dispose();
            throw Failed("The file is no map of the kernel");
        }

        if (info.Type != type)
        {
            file.Dispose();
            throw new IOException($"The map has the type {info.Type}, but a ring buffer for this use has the type {type}.");
        }

        return new BpfMap(file, info);
    }

    private static unsafe int SystemCall(int command, void* attributes, int size) =>
        (int)SystemCall(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 321 : 280, command, (nint)attributes, size);

    private static IOException Failed(string what) =>
        new($"{what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

    private static void ThrowUnlessLinux()
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Ring buffers of the kernel are there on Linux only.");
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint command, nint attributes, nint size);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int file);
}
