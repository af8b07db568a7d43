using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The hierarchy of control groups of version 2, as a process sees it.</summary>
internal static partial class ControlGroups
{
    private const int CurrentDirectory = -100;
    private const uint AskForNumber = 0x100;
    private const int SizeOfStatus = 256;
    private const int OffsetOfNumber = 32;

    private static readonly string? Root = FindRoot();

    /// <summary>The id of the group of the thread that asks, or of one above it.</summary>
    /// <param name="level">How far below the root, or -1 for the group itself.</param>
    /// <returns>The id, or 0 where there is none.</returns>
    public static ulong GetIdOfCurrent(int level)
    {
        if (Root is null || FindPath() is not { } path)
            return 0;
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (level > names.Length)
            return 0;
        return GetNumber(Path.Join(Root, string.Join('/', names, 0, level < 0 ? names.Length : level)));
    }

    /// <summary>Where the hierarchy is mounted.</summary>
    private static string? FindRoot()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        foreach (var path in new[] { "/sys/fs/cgroup", "/sys/fs/cgroup/unified" })
        {
            if (File.Exists(Path.Join(path, "cgroup.controllers")))
                return path;
        }

        return null;
    }

    /// <summary>The group of the thread, as a path below the root: the line of the hierarchy with number 0.</summary>
    private static string? FindPath()
    {
        const string prefix = "0::";
        foreach (var line in File.ReadLines("/proc/thread-self/cgroup"))
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
                return line[prefix.Length..];
        }

        return null;
    }

    private static ulong GetNumber(string path)
    {
        Span<byte> status = stackalloc byte[SizeOfStatus];
        status.Clear();
        return GetStatus(CurrentDirectory, path, 0, AskForNumber, ref MemoryMarshal.GetReference(status)) == 0
            ? MemoryMarshal.Read<ulong>(status[OffsetOfNumber..])
            : 0;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int GetStatus(int directory, string path, int flags, uint mask, ref byte status);
}
