using System;
using System.IO;

namespace Dynptrs.Kernel.Tests.Building;

/// <summary>A BPF file system of a test's own.</summary>
internal sealed class BpfFileSystem : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bpffs").FullName;

    private BpfFileSystem()
    {
    }

    /// <summary>Mounts one; the test ends where that is not allowed.</summary>
    public static BpfFileSystem Mount()
    {
        var files = new BpfFileSystem();
        Command.SkipUnlessRun("mount", "-t", "bpf", "bpf", files._folder);
        return files;
    }

    /// <summary>A path in it.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Unmounts it, and lets go of what is pinned there.</summary>
    public void Dispose()
    {
        _ = Command.Run("umount", _folder);
        Directory.Delete(_folder);
    }
}
