using System.Runtime.CompilerServices;

namespace Dynptrs.Benchmarks.Runtime;

/// <summary>Records as values, of the sizes that are handed over.</summary>
internal static class Records
{
    /// <summary>8 bytes.</summary>
    [InlineArray(8)]
    public struct Of8
    {
        private byte _first;
    }

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct Of64
    {
        private byte _first;
    }

    /// <summary>256 bytes.</summary>
    [InlineArray(256)]
    public struct Of256
    {
        private byte _first;
    }

    /// <summary>1,024 bytes.</summary>
    [InlineArray(1024)]
    public struct Of1024
    {
        private byte _first;
    }
}
