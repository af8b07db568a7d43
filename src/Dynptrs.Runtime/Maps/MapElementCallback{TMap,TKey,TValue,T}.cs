namespace Dynptrs;

/// <summary>What is run for each element of a map with a context, for example by <see cref="HashMap{TKey, TValue}.ForEach{T}"/>.</summary>
/// <typeparam name="TMap">The type of the map.</typeparam>
/// <typeparam name="TKey">The type of its keys.</typeparam>
/// <typeparam name="TValue">The type of its values.</typeparam>
/// <typeparam name="T">The type of the context.</typeparam>
/// <param name="map">The map.</param>
/// <param name="key">The key.</param>
/// <param name="value">The value inside the map.</param>
/// <param name="context">What the caller passed. A dynptr in it may be used, made and released, as the caller's own.</param>
/// <returns>0 to go on, 1 to stop after this element.</returns>
[return: InRange(0, 1)]
public delegate int MapElementCallback<TMap, TKey, TValue, T>(
    TMap map,
    [ReadOnlyOrigin] in TKey key,
    [MapMemory] ref TValue value,
    ref T context)
    where TMap : class
    where TKey : unmanaged
    where TValue : unmanaged
    where T : allows ref struct;
