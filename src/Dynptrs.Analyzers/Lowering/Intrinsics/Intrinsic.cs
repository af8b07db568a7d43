namespace Dynptrs.Analyzers.Lowering.Intrinsics;

/// <summary>What a framework member means in the IR.</summary>
internal enum Intrinsic
{
    None,

    // Spans
    Length,
    IsEmpty,
    Element,
    Slice,
    Clear,
    Fill,
    CopyTo,
    SequenceEqual,
    AsSpan,
    EmptySpan,
    FirstElement,

    // Memory seen as something else
    AsBytes,
    CastSpan,
    CreateSpan,
    ReadStruct,
    WriteStruct,
    AsRefOfSpan,

    // Unsafe
    Reinterpret,
    AsRef,
    AsPointer,
    Add,
    Subtract,
    AddByteOffset,
    SizeOf,
    SkipInit,
    NullRef,
    IsNullRef,
    AreSame,
    IsAddressLessThan,
    IsAddressGreaterThan,
    ReadUnaligned,
    WriteUnaligned,

    // Numbers
    ReadLittleEndian,
    ReadBigEndian,
    WriteLittleEndian,
    WriteBigEndian,
    ReverseEndianness,
    Min,
    Max,
    Clamp,
    Abs,
    RotateLeft,
    RotateRight,
    PopCount,
    LeadingZeroCount,
    TrailingZeroCount,
    Log2,
    IsPow2,
    HasFlag,

    // Variables that are shared
    AtomicAdd,
    AtomicIncrement,
    AtomicDecrement,
    AtomicAnd,
    AtomicOr,
    AtomicExchange,
    AtomicCompareExchange,
    SharedRead,
    SharedWrite,
}
