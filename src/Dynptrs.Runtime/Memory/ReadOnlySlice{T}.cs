using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>A read-only view of one value behind a dynptr, or null. The default value is null.</summary>
/// <typeparam name="T">The type that the memory is viewed as; its size is the length of the slice.</typeparam>
/// <remarks>
/// Follows the result of <see cref="Dynptr.GetSlice{T}(ulong, Span{byte})"/>. See <see cref="ReadOnlySlice"/> for how long it lasts.
/// </remarks>
[View]
public readonly ref struct ReadOnlySlice<T>
    where T : unmanaged
{
    private readonly ref readonly T _value;
    private readonly Lifetime _lifetime;

    internal ReadOnlySlice(ref readonly T value, Lifetime lifetime)
    {
        _value = ref value;
        _lifetime = lifetime;
    }

    /// <summary>Whether there is no memory behind the slice.</summary>
    [NullTest(true)]
    public bool IsNull => Unsafe.IsNullRef(in _value);

    /// <summary>The value.</summary>
    /// <exception cref="DynptrException">The slice is null, or its memory is gone.</exception>
    [Dereferences]
    public ref readonly T Value
    {
        get
        {
            if (IsNull)
                Throw.NullView();
            if (!_lifetime.IsAlive)
                Throw.DeadView();
            return ref _value;
        }
    }

    /// <summary>The value, as a span of one element.</summary>
    /// <exception cref="DynptrException">The slice is null, or its memory is gone.</exception>
    [Dereferences]
    public ReadOnlySpan<T> Span => MemoryMarshal.CreateReadOnlySpan(in Value, 1);

    /// <summary>The bytes of the value.</summary>
    /// <exception cref="DynptrException">The slice is null, or its memory is gone.</exception>
    [Dereferences]
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(Span);

    /// <summary>Tests for null: <see langword="true"/> when there is memory behind the slice.</summary>
    /// <param name="slice">The slice.</param>
    [NullTest(false)]
    public static implicit operator bool(ReadOnlySlice<T> slice) => !slice.IsNull;

    /// <summary>Refused: slices have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another slice.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator ==(ReadOnlySlice<T> left, ReadOnlySlice<T> right) => throw new NotSupportedException(View.NoComparison);

    /// <summary>Refused: slices have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another slice.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator !=(ReadOnlySlice<T> left, ReadOnlySlice<T> right) => throw new NotSupportedException(View.NoComparison);

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
