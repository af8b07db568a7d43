using System;
using System.Collections.Concurrent;

namespace Dynptrs;

/// <summary>What the host has supplied for one object of the kernel's: one object for each type that programs declare for it.</summary>
internal sealed class SuppliedStructs
{
    private readonly ConcurrentDictionary<Type, object> _byType = new();

    /// <summary>Sets the fields of a type.</summary>
    public void Set<T>(T fields)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(fields);
        _byType[typeof(T)] = fields;
    }

    /// <summary>The fields of a type.</summary>
    /// <param name="of">What they are of, for a message.</param>
    public T Get<T>(string of)
        where T : class =>
        _byType.TryGetValue(typeof(T), out var fields)
            ? (T)fields
            : throw new InvalidOperationException($"Nothing was supplied as `{typeof(T).Name}` for {of}. Call `Supply` first.");

    /// <summary>The fields of a type, or <see langword="null"/>.</summary>
    public T? Find<T>()
        where T : class =>
        _byType.TryGetValue(typeof(T), out var fields) ? (T)fields : null;
}
