using System.Runtime.CompilerServices;

namespace Dynptrs;

/// <summary>
/// How long memory lasts: until a generation counter moves on. Every dynptr, clone and slice of the same memory holds the
/// value that the counter had when the memory was given out; who ends the memory's life changes the counter, which all of
/// them see in one comparison.
/// </summary>
internal readonly ref struct Lifetime
{
    private static readonly long ForeverGeneration = 1;

    private readonly ref readonly long _generation;

    /// <summary>Starts at the current value of a counter.</summary>
    /// <param name="generation">The counter, which must be on the heap.</param>
    public Lifetime(ref readonly long generation)
    {
        _generation = ref generation;
        Expected = generation;
    }

    /// <summary>The life of what only the garbage collector ends.</summary>
    public static Lifetime Forever => new(in ForeverGeneration);

    /// <summary>The value that the counter has while the memory is alive.</summary>
    public long Expected { get; }

    /// <summary>Whether the memory is still what it was. Must not be asked of a default lifetime.</summary>
    public bool IsAlive => _generation == Expected;

    /// <summary>How far its counter lies behind the first of some, in bytes.</summary>
    public nint OffsetIn(ref long counters) => Unsafe.ByteOffset(ref counters, ref Unsafe.AsRef(in _generation));
}
