namespace Dynptrs;

/// <summary>Callbacks of the walk through a map.</summary>
internal static class MapCallbacks
{
    /// <summary>Runs a callback that takes no context, and is one.</summary>
    public static int Run<TMap, TKey, TValue>(TMap map, in TKey key, ref TValue value, ref MapElementCallback<TMap, TKey, TValue> callback)
        where TMap : class
        where TKey : unmanaged
        where TValue : unmanaged =>
        callback(map, in key, ref value);
}
