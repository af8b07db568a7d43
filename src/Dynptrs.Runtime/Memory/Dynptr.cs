using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>
/// An opaque, bounds-checked pointer to memory of one kind: a map value, a ring-buffer record, a packet.
/// </summary>
/// <remarks>
/// <para>
/// Follows the kernel's <c>struct bpf_dynptr</c>. What the kernel answers with an errno is answered with the same errno,
/// checked in the same order. What the verifier refuses, such as the use of a dynptr that was released or never made, throws
/// <see cref="DynptrException"/>.
/// </para>
/// <para>
/// A dynptr is <em>null</em> after its constructor failed. That is not <see langword="default"/>, which was never made.
/// </para>
/// </remarks>
[Owner]
[KernelType("struct bpf_dynptr", Size = 16)]
public ref partial struct Dynptr
{
    /// <summary>The largest size of a dynptr in bytes, <c>DYNPTR_MAX_SIZE</c>.</summary>
    public const uint MaxSize = 16777215;

    private readonly ref byte _data;
    private readonly Lifetime _lifetime;

    // The RingBuf of a record, the IndirectMemory of a packet or a file; nothing for local memory, which _data alone keeps alive.
    private readonly object? _owner;

    // Both are 0 for a file, whose view all clones share: FileMemory has it.
    private ulong _offset;
    private ulong _size;
    private DynptrState _state;
    private readonly DynptrKind _kind;
    private readonly bool _isReadOnly;

    private Dynptr(DynptrKind kind)
    {
        _kind = kind;
        _state = DynptrState.Null;
    }

    private Dynptr(DynptrKind kind, ref byte data, ulong size, Lifetime lifetime, object? owner, bool isReadOnly)
    {
        _kind = kind;
        _state = DynptrState.Live;
        _data = ref data;
        _size = size;
        _lifetime = lifetime;
        _owner = owner;
        _isReadOnly = isReadOnly;
    }

    /// <summary>The size of the current view in bytes; <c>(ulong)-Errno.EINVAL</c> for a null dynptr.</summary>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_size", Since = "6.5", GplOnly = true,
        Summary = "Gives the size of the dynptr's view in bytes, or (ulong)-EINVAL for a null dynptr.")]
    public readonly ulong Size => IsLive() ? ViewSize : unchecked((ulong)-Errno.EINVAL);

    /// <summary>Whether the constructor of the dynptr failed. A null ring-buffer dynptr must be released all the same.</summary>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_is_null", Since = "6.5", GplOnly = true,
        Summary = "Tells whether the dynptr is null because its constructor failed.")]
    public readonly bool IsNull => !IsLive();

    /// <summary>Whether the memory may only be read; <see langword="false"/> for a null dynptr.</summary>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_is_rdonly", Since = "6.5", GplOnly = true,
        Summary = "Tells whether the memory behind the dynptr may only be read.")]
    public readonly bool IsReadOnly => IsLive() && _isReadOnly;

    /// <summary>Makes a dynptr over bytes of a map value or of a global variable.</summary>
    /// <param name="memory">The bytes; empty is allowed and makes a dynptr of size 0.</param>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">The dynptr; null when the call fails. It holds no reference.</param>
    /// <returns>0; <c>-E2BIG</c> for more than <see cref="MaxSize"/> bytes; <c>-EINVAL</c> for flags.</returns>
    [BpfHelper("bpf_dynptr_from_mem", Id = 197, Arguments = ["memory", "sizeof memory", "flags", "ptr"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Makes a dynptr over the memory of a map value or a global variable.")]
    public static int FromMemory(
        [MapMemory, MinimumSize(0)] Span<byte> memory,
        [InRange(0, 0)] ulong flags,
        [Initializes("local")] out Dynptr ptr)
    {
        var error = (uint)memory.Length > MaxSize ? -Errno.E2BIG
            : flags != 0 ? -Errno.EINVAL
            : 0;
        ptr = error != 0
            ? new Dynptr(DynptrKind.Local)
            : new Dynptr(
                DynptrKind.Local, ref MemoryMarshal.GetReference(memory), (uint)memory.Length, Lifetime.Forever, null, isReadOnly: false);
        return error;
    }

    /// <summary>Makes a dynptr over bytes of a map value or of a global variable.</summary>
    /// <param name="memory">The bytes; empty is allowed and makes a dynptr of size 0.</param>
    /// <param name="ptr">The dynptr; null when the call fails. It holds no reference.</param>
    /// <returns>0; <c>-E2BIG</c> for more than <see cref="MaxSize"/> bytes.</returns>
    [BpfHelper("bpf_dynptr_from_mem", Id = 197, Arguments = ["memory", "sizeof memory", "0", "ptr"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"], HasStub = false)]
    public static int FromMemory([MapMemory, MinimumSize(0)] Span<byte> memory, [Initializes("local")] out Dynptr ptr) =>
        FromMemory(memory, 0, out ptr);

    /// <summary>Makes a dynptr over a map value or a global variable.</summary>
    /// <typeparam name="T">The type of the memory; its size is the size of the dynptr.</typeparam>
    /// <param name="memory">The value inside the map, or the variable.</param>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">The dynptr; null when the call fails. It holds no reference.</param>
    /// <returns>0; <c>-E2BIG</c> for more than <see cref="MaxSize"/> bytes; <c>-EINVAL</c> for flags.</returns>
    [BpfHelper("bpf_dynptr_from_mem", Id = 197, Arguments = ["memory", "sizeof memory", "flags", "ptr"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Makes a dynptr over a map value or a global variable.")]
    public static int FromMemory<T>([MapMemory] ref T memory, [InRange(0, 0)] ulong flags, [Initializes("local")] out Dynptr ptr)
        where T : unmanaged =>
        FromMemory(MemoryMarshal.AsBytes(new Span<T>(ref memory)), flags, out ptr);

    /// <summary>Makes a dynptr over a map value or a global variable.</summary>
    /// <typeparam name="T">The type of the memory; its size is the size of the dynptr.</typeparam>
    /// <param name="memory">The value inside the map, or the variable.</param>
    /// <param name="ptr">The dynptr; null when the call fails. It holds no reference.</param>
    /// <returns>0; <c>-E2BIG</c> for more than <see cref="MaxSize"/> bytes.</returns>
    [BpfHelper("bpf_dynptr_from_mem", Id = 197, Arguments = ["memory", "sizeof memory", "0", "ptr"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"], HasStub = false)]
    public static int FromMemory<T>([MapMemory] ref T memory, [Initializes("local")] out Dynptr ptr)
        where T : unmanaged =>
        FromMemory(ref memory, 0, out ptr);

    /// <summary>Makes a second dynptr of the same memory, with a view of its own. It shares the reference of this one.</summary>
    /// <param name="clone">The clone; null when this dynptr is null.</param>
    /// <returns>0; <c>-EINVAL</c> when this dynptr is null.</returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_clone", Since = "6.5", GplOnly = true,
        Summary = "Makes a second dynptr of the same memory, with a view of its own and a share in the same reference.")]
    public readonly int Clone([CloneOf("this")] out Dynptr clone)
    {
        var isLive = IsLive();
        clone = this;
        return isLive ? 0 : -Errno.EINVAL;
    }

    internal static Dynptr Null(DynptrKind kind) => new(kind);

    internal static Dynptr OfRecord(RingBuf ring, ref byte payload, uint size, Lifetime lifetime) =>
        new(DynptrKind.RingBuf, ref payload, size, lifetime, ring, isReadOnly: false);

    internal static Dynptr OfSample(ref byte payload, uint size, Lifetime lifetime) =>
        new(DynptrKind.Local, ref payload, size, lifetime, null, isReadOnly: false);

    /// <summary>Lends a sample to a callback.</summary>
    internal static int Lend<T>(ref Dynptr sample, UserRingBufCallback<T> callback, ref T context)
        where T : allows ref struct =>
        callback(ref sample, ref context);

    /// <summary>Lends a sample to a callback without a context.</summary>
    internal static int Lend(ref Dynptr sample, ref UserRingBufCallback callback) => callback(ref sample);

    internal static Dynptr OfIndirect(DynptrKind kind, IndirectMemory memory, ulong size, Lifetime lifetime, bool isReadOnly) =>
        new(kind, ref Unsafe.NullRef<byte>(), size, lifetime, memory, isReadOnly);

    internal static Dynptr OfFile(FileMemory memory) => OfIndirect(DynptrKind.File, memory, size: 0, memory.Lifetime, isReadOnly: true);

    internal int AdjustView(ulong start, ulong end)
    {
        if (!IsLive() || start > end)
            return -Errno.EINVAL;
        if (start > ViewSize || end > ViewSize)
            return -Errno.ERANGE;
        if (_kind == DynptrKind.File)
        {
            File.Narrow(start, end);
            return 0;
        }

        _offset += start;
        _size = end - start;
        return 0;
    }

    internal void ReleaseRecord(bool discard, ulong flags)
    {
        var isLive = IsLive();
        if (_kind != DynptrKind.RingBuf)
            Throw.WrongKind(_kind, DynptrKind.RingBuf);
        _state = DynptrState.Released;
        if (isLive)
            Unsafe.As<RingBuf>(_owner!).Release(_lifetime, discard, flags);
    }

    internal void ReleaseFile()
    {
        var isLive = IsLive();
        if (_kind != DynptrKind.File)
            Throw.WrongKind(_kind, DynptrKind.File);
        _state = DynptrState.Released;
        if (isLive)
            File.End();
    }

    private readonly bool IsLive()
    {
        if (_state == DynptrState.Live && _lifetime.IsAlive)
            return true;
        if (_state != DynptrState.Null)
            Throw.NotLive(_state, _kind);
        return false;
    }

    private readonly bool IsIndirect => _kind >= DynptrKind.Skb;

    private readonly IndirectMemory Indirect => Unsafe.As<IndirectMemory>(_owner!);

    private readonly FileMemory File => Unsafe.As<FileMemory>(_owner!);

    private readonly ulong ViewSize => _kind == DynptrKind.File ? File.Size : _size;

    private readonly bool Contains(ulong offset, ulong length) =>
        (length <= _size && offset <= _size - length) || (_kind == DynptrKind.File && File.Contains(offset, length));
}
