using System;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Memory;

/// <summary>Checks that what is reached in memory lies in it, and may be written where it is.</summary>
/// <remarks>
/// Follows <c>check_mem_region_access</c>, in its order: the lowest offset, the lowest end, the greatest offset, the greatest
/// end. In host code only what is outside for certain is refused: C# checks the rest when it runs.
/// </remarks>
internal sealed class MemoryChecks(Reporter reporter, IAccessObserver observer)
{
    /// <summary>Offsets and lengths from here on count as unbounded: the kernel's <c>BPF_MAX_VAR_OFF</c>.</summary>
    public const long MaxOffset = 1L << 29;

    private readonly PacketChecks _packets = new(reporter);

    /// <summary>The pointer to another place of the same memory.</summary>
    /// <param name="state">The path.</param>
    /// <param name="pointer">The pointer.</param>
    /// <param name="offset">How far it is moved, in bytes.</param>
    /// <param name="length">The length of the new span in bytes, or <see langword="null"/> for all that is left.</param>
    public static PointerValue Move(State state, PointerValue pointer, in Scalar offset, NumberValue? length)
    {
        if (offset == Scalar.Zero && length is null)
            return pointer;
        if (pointer.Packet is { } part)
            pointer = PacketChecks.Anchor(state, pointer, part, offset);
        return pointer.At(
            ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64), length ?? GetRest(state, pointer, offset));
    }

    /// <summary>Refuses program code that reaches memory through what may point anywhere.</summary>
    /// <remarks>Follows <c>check_mem_access</c>, which reaches nothing through a <c>SCALAR_VALUE</c>.</remarks>
    public bool CheckOrigin(State state, PointerValue pointer, string name, Site site)
    {
        if (pointer.Origin != MemoryOrigin.Foreign || !state.Frame.IsStrict)
            return true;
        Refuse(state, pointer, new UnknownOrigin(site, name));
        Poison.Pointer(state, pointer.Id);
        return false;
    }

    /// <summary>Refuses program code that moves a pointer as far as the kernel lets none go, be it only to come back.</summary>
    /// <remarks>Follows <c>check_reg_sane_offset</c>. What is too far perhaps is refused where the pointer is used.</remarks>
    public bool CheckMove(State state, PointerValue pointer, in Scalar offset, string name, Site site)
    {
        var moved = ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64);
        if (state.Frame.IsStrict && pointer.Packet is { } part && !_packets.CheckMove(state, pointer, part, offset, name, site))
            return false;
        if (!state.Frame.IsStrict || !(IsFar(offset) || IsFar(moved)))
            return true;
        var access = new MemoryAccess(moved.SignedMin, moved.SignedMax, 1, pointer.Size, IsWrite: false, IsCertain: true)
        {
            Room = RoomBehind(pointer),
        };
        return Refuse(state, pointer, new OutOfBounds(site, name, access));
    }

    /// <summary>Checks an access.</summary>
    /// <param name="state">The path.</param>
    /// <param name="pointer">The pointer, alive and not null.</param>
    /// <param name="offset">How far behind the pointer it begins, in bytes.</param>
    /// <param name="size">How many bytes are reached, or -1.</param>
    /// <param name="isWrite">Whether they are written.</param>
    /// <param name="name">The name of what is reached.</param>
    /// <param name="site">Where.</param>
    /// <param name="own">The type of the kernel's whose function it is that is given the memory, or <see langword="null"/>.</param>
    /// <param name="isWindow">Whether it is a span, which begins where it points; a pointer may go back in its memory.</param>
    /// <returns>Whether it is allowed.</returns>
    public bool Check(
        State state,
        PointerValue pointer,
        in Scalar offset,
        long size,
        bool isWrite,
        string name,
        Site site,
        KernelType? own = null,
        bool isWindow = true)
    {
        if (!CheckOrigin(state, pointer, name, site))
            return false;
        if (isWrite && pointer.IsReadOnly)
            return Refuse(state, pointer, WriteOf(pointer, name, site));
        if (isWrite)
            observer.Write(state, pointer, name, site);
        if (size < 0)
            return true;
        return (!isWindow || CheckWindow(state, pointer, offset, size, isWrite, name, site))
            && CheckRegion(state, pointer, offset, Scalar.Constant(size), isWrite, isBuffer: false, name, site)
            && CheckParts(state, pointer, offset, Scalar.Constant(size), isWrite, name, site, own);
    }

    /// <summary>What is wrong with a write through a pointer that is only for reading.</summary>
    public static WriteReadOnly WriteOf(PointerValue pointer, string name, Site site) => new(site, name)
    {
        IsConstant = pointer.Origin == MemoryOrigin.Constant,
        Field = pointer.Variable is GlobalVariable { IsReadOnly: true, Name: var field } ? field : null,
        IsLoadTimeConstant = pointer.Variable is GlobalVariable { LoadTime: not null },
        PacketReader = pointer.Packet?.ReadOnlyFor,
    };

    /// <summary>Checks that an access is as aligned as it must be there.</summary>
    /// <remarks>
    /// Follows <c>check_ptr_alignment</c>: the stack is strict, and so are atomic operations everywhere; other memory may be accessed as it
    /// lies. What a buffer begins with is aligned for all that can be kept in it. Packets are not changed atomically
    /// (<c>atomic_ptr_type_ok</c>).
    /// </remarks>
    public bool CheckAlignment(State state, PointerValue pointer, in Scalar offset, Place place, Site site)
    {
        var isAtomic = place.AccessKind == MemoryAccessKind.Atomic;
        if (isAtomic && state.Frame.IsStrict && pointer.Packet is not null)
            return Refuse(state, pointer, new PacketMemory(site, PlaceEvaluator.GetName(place), ""));
        if (!state.Frame.IsStrict || place.AccessKind == MemoryAccessKind.Unaligned || !(isAtomic || pointer.Origin == MemoryOrigin.Stack))
            return true;
        var alignment = isAtomic ? place.Type.Size : place.Alignment;
        var at = ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64);
        if (((at.Bits.Value | at.Bits.Mask) & (ulong)(alignment - 1)) == 0)
            return true;
        var access = new MisalignedAccess(at.SignedMin, at.SignedMax, alignment, isAtomic);
        return Refuse(state, pointer, new Misaligned(site, PlaceEvaluator.GetName(place), access));
    }

    /// <summary>Checks an element whose address is taken: C# refuses one outside of the span, the kernel only its use.</summary>
    public bool CheckElement(State state, PointerValue pointer, in Scalar offset, long size, string name, Site site) =>
        size < 0 || CheckWindow(state, pointer, offset, size, isWrite: false, name, site);

    /// <summary>Checks a part that is taken of a span: what is outside for certain is refused by C#.</summary>
    public bool CheckPart(State state, PointerValue pointer, in Scalar offset, in Scalar length, string name, Site site) =>
        length.SignedMin < 0 || CheckWindow(state, pointer, offset, length.SignedMin, isWrite: false, name, site);

    /// <summary>Checks memory that is reached as a whole by a call: a span, or as many of its bytes as are asked for.</summary>
    /// <param name="state">The path.</param>
    /// <param name="span">The span, alive and not null.</param>
    /// <param name="length">How many bytes are reached.</param>
    /// <param name="isWrite">Whether they are written.</param>
    /// <param name="name">The name of the span.</param>
    /// <param name="site">Where.</param>
    /// <returns>Whether it is allowed.</returns>
    public bool CheckBuffer(State state, PointerValue span, in Scalar length, bool isWrite, string name, Site site)
    {
        if (!CheckOrigin(state, span, name, site))
            return false;
        if (isWrite && span.IsReadOnly)
            return Refuse(state, span, WriteOf(span, name, site));
        if (isWrite)
            observer.Write(state, span, name, site);
        if (span.Length is { } own && length.SignedMin > own.SignedMax)
        {
            var access = new MemoryAccess(0, 0, length.SignedMin, own.SignedMax, isWrite, IsCertain: true) { Room = own.SignedMin };
            return Refuse(state, span, new BufferTooSmall(site, name, access));
        }

        // Without a size of the region, the length of the span is all that C# says, and C# sees to it.
        return span.Size == PointerValue.UnknownSize
            || (CheckRegion(state, span, Scalar.Zero, length, isWrite, isBuffer: true, name, site)
                && CheckParts(state, span, Scalar.Zero, length, isWrite, name, site, own: null));
    }

    /// <summary>Refuses a view that carries its owner's kind where it is passed on from another place than its start.</summary>
    /// <remarks>Follows <c>__check_ptr_off_reg</c>, which allows no offset for a pointer with a <c>DYNPTR_TYPE</c> flag.</remarks>
    public bool CheckUnmoved(State state, PointerValue pointer, in Scalar offset, string name, Site site)
    {
        if (!state.Frame.IsStrict || pointer.Tag is null || pointer.Packet is not null || (pointer.IsUnmoved && offset == Scalar.Zero))
            return true;
        return Refuse(state, pointer, new MovedView(site, name));
    }

    /// <summary>What lies outside of a span for certain: an index out of range whenever it gets there.</summary>
    private bool CheckWindow(State state, PointerValue pointer, in Scalar offset, long size, bool isWrite, string name, Site site)
    {
        // A span that was left altogether says nothing any more; its memory does.
        if (pointer.Length is not { } length || (length.SignedMax < 0 && pointer.Size >= 0) || !IsOutside(offset, size, length.SignedMax))
            return true;
        var access = new MemoryAccess(offset.SignedMin, offset.SignedMax, size, length.SignedMax, isWrite, IsCertain: true)
        {
            Room = length.SignedMin,
        };
        return Refuse(state, pointer, new OutOfBounds(site, name, access));
    }

    private bool CheckRegion(
        State state,
        PointerValue pointer,
        in Scalar offset,
        in Scalar size,
        bool isWrite,
        bool isBuffer,
        string name,
        Site site)
    {
        if (pointer.Packet is { } part)
            return !state.Frame.IsStrict || _packets.Check(state, pointer, part, offset, size, isWrite, name, site);
        var at = ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64);
        var isCertain = pointer.Size != PointerValue.UnknownSize && IsOutside(at, size.SignedMin, pointer.Size);
        if (!isCertain
            && (!state.Frame.IsStrict || (at.SignedMin >= 0 && size.SignedMin >= 0 && at.SignedMax <= pointer.Size - size.SignedMax)))
        {
            return true;
        }

        var isUnbounded = pointer.Size == PointerValue.UnknownSize
            || (!isCertain && at.SignedMin >= 0 && (size.SignedMax >= MaxOffset || at.SignedMax >= MaxOffset));
        var access = new MemoryAccess(at.SignedMin, at.SignedMax, size.SignedMax, pointer.Size, isWrite, isCertain)
        {
            Room = RoomBehind(pointer),
        };
        return Refuse(state, pointer, isUnbounded ? new Unbounded(site, name, access)
            : isBuffer ? new BufferTooSmall(site, name, access)
            : new OutOfBounds(site, name, access));
    }

    /// <summary>Refuses program code that reaches bytes which only the functions of their own type may reach.</summary>
    /// <remarks>Follows <c>check_map_access</c>, which asks of each offset between the lowest and the greatest.</remarks>
    private bool CheckParts(
        State state,
        PointerValue pointer,
        in Scalar offset,
        in Scalar size,
        bool isWrite,
        string name,
        Site site,
        KernelType? own)
    {
        if (pointer.KernelParts.IsEmpty || !state.Frame.IsStrict)
            return true;
        var at = ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64);
        foreach (var part in pointer.KernelParts)
        {
            if (!part.Type.IsOpaque
                || at.SignedMin >= part.Offset + part.Size
                || at.SignedMax + size.SignedMax <= part.Offset
                || (part.Type == own && (!at.IsConstant || at.SignedMin == part.Offset)))
            {
                continue;
            }

            var isCertain = at.IsConstant && size.IsConstant;
            var access = new MemoryAccess(at.SignedMin, at.SignedMax, size.SignedMax, pointer.Size, isWrite, isCertain);
            return Refuse(state, pointer, new OpaquePart(site, name, access, part));
        }

        return true;
    }

    private static NumberValue? GetRest(State state, PointerValue pointer, in Scalar offset)
    {
        if (pointer.Bytes is not { } all)
            return null;
        var rest = ScalarArithmetic.Apply(BinaryOperator.Subtract, all.Range, offset, ScalarType.I64);
        return state.NewNumber(rest, all, offset.IsConstant ? all.Projection.Add(unchecked(-offset.SignedMin), ScalarType.I64) : null);
    }

    private static long RoomBehind(PointerValue pointer)
    {
        var room = pointer.Size == PointerValue.UnknownSize || pointer.Offset.SignedMin < 0
            ? -1
            : Math.Max(pointer.Size - pointer.Offset.SignedMax, -1);
        return pointer.Length is { IsConstant: true } length ? Math.Min(room, length.SignedMin) : room;
    }

    private static bool IsFar(in Scalar offset) => offset.SignedMin >= MaxOffset || offset.SignedMax <= -MaxOffset;

    private static bool IsOutside(in Scalar offset, long size, long limit) =>
        offset.SignedMax < 0 || (size >= 0 && offset.SignedMin >= 0 && offset.SignedMin > limit - size);

    private bool Refuse(State state, PointerValue pointer, Finding finding)
    {
        reporter.Report(state, finding, About.Pointer(pointer));
        return false;
    }
}
