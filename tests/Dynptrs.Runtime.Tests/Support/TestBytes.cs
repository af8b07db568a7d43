using System.Linq;

namespace Dynptrs.Tests;

/// <summary>Test data.</summary>
internal static class TestBytes
{
    /// <summary>Bytes that count up from 0.</summary>
    public static byte[] Counting(int length) => Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
}
