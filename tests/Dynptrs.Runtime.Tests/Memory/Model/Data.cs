using System;

namespace Dynptrs.Tests.Memory.Model;

internal static class Data
{
    /// <summary>Bytes that depend on a seed alone.</summary>
    public static byte[] Random(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
