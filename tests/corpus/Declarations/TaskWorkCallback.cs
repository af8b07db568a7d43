using Dynptrs;

namespace Corpus;

/// <summary>Runs later, in the task; it may sleep.</summary>
/// <param name="map">The map that holds the work.</param>
/// <param name="key">The key of the value that holds the work.</param>
/// <param name="value">The value that holds the work.</param>
/// <returns>0.</returns>
internal delegate int TaskWorkCallback<TValue>(ArrayMap<TValue> map, in uint key, [MapMemory] ref TValue value)
    where TValue : unmanaged;
