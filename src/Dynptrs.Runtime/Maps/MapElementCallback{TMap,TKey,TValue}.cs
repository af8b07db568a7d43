namespace Dynptrs;

/// <summary>
/// What is run for each element of a map, for example by
/// <see cref="HashMap{TKey, TValue}.ForEach(MapElementCallback{HashMap{TKey, TValue}, TKey, TValue}, ulong)"/>.
/// </summary>
/// <typeparam name="TMap">The type of the map.</typeparam>
/// <typeparam name="TKey">The type of its keys.</typeparam>
/// <typeparam name="TValue">The type of its values.</typeparam>
/// <param name="map">The map.</param>
/// <param name="key">The key.</param>
/// <param name="value">The value inside the map.</param>
/// <returns>0 to go on, 1 to stop after this element.</returns>
[return: InRange(0, 1)]
public delegate int MapElementCallback<TMap, TKey, TValue>(TMap map, [ReadOnlyOrigin] in TKey key, [MapMemory] ref TValue value)
    where TMap : class
    where TKey : unmanaged
    where TValue : unmanaged;
