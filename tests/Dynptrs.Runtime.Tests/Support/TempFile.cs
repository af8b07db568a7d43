using System;
using System.IO;

namespace Dynptrs.Tests;

/// <summary>A file that goes with the test.</summary>
internal sealed class TempFile : IDisposable
{
    public TempFile(ReadOnlySpan<byte> content)
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void SetLength(long length)
    {
        using var stream = File.Open(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(length);
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        using var stream = File.Open(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Position = offset;
        stream.Write(bytes);
    }

    public void Dispose() => File.Delete(Path);
}
