using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>A pointer to a value inside a map, or null. The default value is null.</summary>
/// <typeparam name="T">The type of the map's values.</typeparam>
/// <remarks>
/// Follows the result of <c>bpf_map_lookup_elem</c>. It may be used after the element was deleted or replaced: as in the kernel it then
/// points to the old element, which nobody finds any more, until another key takes it and its value is seen here.
/// </remarks>
[View]
public readonly ref struct MapValue<T>
    where T : unmanaged
{
    private readonly ref T _value;

    internal MapValue(ref T value) => _value = ref value;

    /// <summary>Whether the lookup found nothing.</summary>
    [NullTest(true)]
    public bool IsNull => Unsafe.IsNullRef(in _value);

    /// <summary>The value inside the map.</summary>
    /// <exception cref="DynptrException">The lookup found nothing.</exception>
    [Dereferences]
    public ref T Value
    {
        get
        {
            if (IsNull)
                Throw.NullView();
            return ref _value;
        }
    }

    /// <summary>The value inside the map, as a span of one element.</summary>
    /// <exception cref="DynptrException">The lookup found nothing.</exception>
    [Dereferences]
    public Span<T> Span => new(ref Value);

    /// <summary>The bytes of the value inside the map.</summary>
    /// <exception cref="DynptrException">The lookup found nothing.</exception>
    [Dereferences]
    public Span<byte> Bytes => MemoryMarshal.AsBytes(Span);

    /// <summary>Tests for null: <see langword="true"/> when the lookup found a value.</summary>
    /// <param name="value">The map value.</param>
    [NullTest(false)]
    public static implicit operator bool(MapValue<T> value) => !value.IsNull;

    /// <summary>Refused: map values have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A map value.</param>
    /// <param name="right">Another map value.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator ==(MapValue<T> left, MapValue<T> right) => throw new NotSupportedException(View.NoComparison);

    /// <summary>Refused: map values have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A map value.</param>
    /// <param name="right">Another map value.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator !=(MapValue<T> left, MapValue<T> right) => throw new NotSupportedException(View.NoComparison);

    /// <summary>Refused, as the comparison operators are.</summary>
    /// <param name="obj">Anything.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => throw new NotSupportedException(View.NoComparison);

    /// <summary>Refused, as the comparison operators are.</summary>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => throw new NotSupportedException(View.NoComparison);
}
