using System;
using System.IO;
using System.IO.Compression;

namespace Dynptrs.Tool.Machine;

/// <summary>What the kernel tells of itself, in files.</summary>
/// <param name="root">The root folder.</param>
internal sealed class MachineFiles(string root)
{
    /// <summary>What a file says, or <see langword="null"/> where it is not there, or may not be read.</summary>
    public string? TryRead(string path)
    {
        try
        {
            return File.Exists(PathOf(path)) ? File.ReadAllText(PathOf(path)).Trim() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether there is a file.</summary>
    public bool Exists(string path) => File.Exists(PathOf(path));

    /// <summary>The configuration that the kernel was built with, or <see langword="null"/> where this machine does not tell it.</summary>
    public string? TryReadConfiguration(string release)
    {
        if (!Exists("proc/config.gz"))
            return TryRead($"boot/config-{release}");
        using var file = File.OpenRead(PathOf("proc/config.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private string PathOf(string path) => Path.Combine(root, path);
}
