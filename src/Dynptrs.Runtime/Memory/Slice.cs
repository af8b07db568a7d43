using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>
/// A writable view of bytes behind a dynptr, of a length known when it was taken, or null. The default value is null.
/// </summary>
/// <remarks>
/// Follows the result of <see cref="Dynptr.Data(ulong, ulong)"/> and <see cref="Dynptr.GetWritableSlice(ulong, Span{byte}, ulong)"/>. It
/// dies with its dynptr, and for a packet with the next write to it. Each access checks that, and throws <see cref="DynptrException"/> when
/// the slice is null or dead. A span or a reference that was taken earlier is not checked again: it points to storage that still exists but
/// may have been given to someone else.
/// </remarks>
[View]
public readonly ref struct Slice
{
    private readonly ref byte _start;
    private readonly Lifetime _lifetime;

    internal Slice(ref byte start, int length, Lifetime lifetime)
    {
        _start = ref start;
        Length = length;
        _lifetime = lifetime;
    }

    /// <summary>Whether there is no memory behind the slice.</summary>
    [NullTest(true)]
    public bool IsNull => Unsafe.IsNullRef(in _start);

    /// <summary>The length in bytes; 0 for a null slice.</summary>
    [LengthOf]
    public int Length { get; }

    /// <summary>The bytes.</summary>
    /// <exception cref="DynptrException">The slice is null, or its memory is gone.</exception>
    [Dereferences]
    public Span<byte> Span => MemoryMarshal.CreateSpan(ref Checked(), Length);

    /// <summary>One byte.</summary>
    /// <param name="index">The offset from the start of the slice, in bytes.</param>
    /// <returns>A reference to the byte.</returns>
    /// <exception cref="DynptrException">The slice is null, its memory is gone, or <paramref name="index"/> is outside.</exception>
    [Dereferences]
    public ref byte this[int index] => ref this[(ulong)index];

    /// <summary>One byte.</summary>
    /// <param name="index">The offset from the start of the slice, in bytes.</param>
    /// <returns>A reference to the byte.</returns>
    /// <exception cref="DynptrException">The slice is null, its memory is gone, or <paramref name="index"/> is outside.</exception>
    [Dereferences]
    public ref byte this[ulong index]
    {
        get
        {
            ref var start = ref Checked();
            if (index >= (ulong)Length)
                Throw.OutsideView(index, Length);
            return ref Unsafe.Add(ref start, (nint)index);
        }
    }

    /// <summary>Tests for null: <see langword="true"/> when there is memory behind the slice.</summary>
    /// <param name="slice">The slice.</param>
    [NullTest(false)]
    public static implicit operator bool(Slice slice) => !slice.IsNull;

    /// <summary>Refused: slices have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another slice.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator ==(Slice left, Slice right) => throw new NotSupportedException(View.NoComparison);

    /// <summary>Refused: slices have no order and no equality; use <see cref="IsNull"/> to test for null.</summary>
    /// <param name="left">A slice.</param>
    /// <param name="right">Another slice.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(View.NoComparison, error: true)]
    public static bool operator !=(Slice left, Slice right) => throw new NotSupportedException(View.NoComparison);

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

    /// <summary>The same memory, as a value of a type that is no larger.</summary>
    internal Slice<T> As<T>()
        where T : unmanaged => new(ref Unsafe.As<byte, T>(ref _start), _lifetime);

    /// <summary>The same memory, as a value of a type that is no larger, for reading.</summary>
    internal ReadOnlySlice<T> AsReadOnly<T>()
        where T : unmanaged => new(ref Unsafe.As<byte, T>(ref _start), _lifetime);

    /// <summary>The same memory, for reading.</summary>
    internal ReadOnlySlice AsReadOnly() => new(ref _start, Length, _lifetime);

    /// <summary>Releases the ring-buffer record that the slice holds.</summary>
    internal void Release(bool discard, ulong flags) => RingBuf.ReleaseRecord(ref _start, _lifetime, discard, flags);

    private ref byte Checked()
    {
        if (IsNull)
            Throw.NullView();
        if (!_lifetime.IsAlive)
            Throw.DeadView();
        return ref _start;
    }
}
