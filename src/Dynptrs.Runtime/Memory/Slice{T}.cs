using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>A writable view of one value behind a dynptr, or null. The default value is null.</summary>
/// <typeparam name="T">The type that the memory is viewed as; its size is the length of the slice.</typeparam>
/// <remarks>
/// Follows the result of <see cref="Dynptr.Data{T}(ulong)"/> and <see cref="Dynptr.GetWritableSlice{T}(ulong, Span{byte})"/>. See
/// <see cref="Slice"/> for how long it lasts.
/// </remarks>
[View]
public readonly ref struct Slice<T>
    where T : unmanaged
{
    private readonly ref T _value;
    private readonly Lifetime _lifetime;

    internal Slice(ref T value, Lifetime lifetime)
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
    public ref T Value
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
    public Span<T> Span => new(ref Value);

    /// <summary>The bytes of the value.</summary>
    /// <exception cref="DynptrException">The slice is null, or its memory is gone.</exception>
    [Dereferences]
    public Span<byte> Bytes => MemoryMarshal.AsBytes(Span);

    /// <summary>Tests for null: <see langword="true"/> when there is memory behind the slice.</summary>
    /// <param name="slice">The slice.</param>
    [NullTest(false)]
    public static implicit operator bool(Slice<T> slice) => !slice.IsNull;

    /// <summary>Refused: slices have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another slice.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator ==(Slice<T> left, Slice<T> right) => throw new NotSupportedException(View.NoComparison);

    /// <summary>Refused: slices have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another slice.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator !=(Slice<T> left, Slice<T> right) => throw new NotSupportedException(View.NoComparison);

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

    /// <summary>Releases the ring-buffer record that the slice holds.</summary>
    internal void Release(bool discard, ulong flags) =>
        RingBuf.ReleaseRecord(ref Unsafe.As<T, byte>(ref _value), _lifetime, discard, flags);
}
