using System;
using System.Diagnostics.CodeAnalysis;

namespace Dynptrs;

/// <summary>The throwing ends of the checks, out of line so that the checks themselves stay small enough to inline.</summary>
internal static class Throw
{
    [DoesNotReturn]
    public static void NotLive(DynptrState state, DynptrKind kind) => throw new DynptrException(state switch
    {
        DynptrState.Uninitialized =>
            "The dynptr was never initialised. Make it with a call such as RingBuf.Reserve, SkBuff.ToDynptr or Dynptr.FromMemory before using it.",
        DynptrState.Released =>
            "The dynptr was released by an earlier Submit, Discard or DiscardFile. Use it only before the release.",
        _ =>
            $"The memory behind the {Name(kind)} dynptr is gone: its reference was released through this dynptr, a clone or a copy of it. Use it only before the release.",
    });

    [DoesNotReturn]
    public static void WrongKind(DynptrKind kind, DynptrKind expected) => throw new DynptrException(
        $"Expected a dynptr of type {Name(expected)}, but this one has type {Name(kind)}. Only what {Name(expected)} constructors made can be released here.");

    [DoesNotReturn]
    public static void NullView() => throw new DynptrException(
        "The slice or map value is null. Test it (IsNull, or as a condition) before using it.");

    [DoesNotReturn]
    public static void DeadView() => throw new DynptrException(
        "The slice points into memory that is gone: its dynptr was released, or the packet was changed. Take a new slice after such a call.");

    [DoesNotReturn]
    public static void OutsideView(ulong index, int length) => throw new DynptrException(
        $"Byte {index} is outside of the slice, which has {length} bytes. Check the index against Length first.");

    [DoesNotReturn]
    public static void NullPacketPointer() => throw new DynptrException(
        "The pointer points into no packet. Take one from the context of the program.");

    [DoesNotReturn]
    public static void DeadPacketPointer() => throw new DynptrException(
        "The pointer points into a packet as it was before a call that may have changed it. Read it from the context again after such a call.");

    [DoesNotReturn]
    public static void EndOfPacket() => throw new DynptrException(
        "The pointer is the end of the packet: nothing lies there. Compare other pointers with it.");

    [DoesNotReturn]
    public static void MovedEndOfPacket() => throw new DynptrException(
        "The end of a packet cannot be moved. Move the pointer that is compared with it.");

    [DoesNotReturn]
    public static void OutsidePacket(long offset, long length, long size) => throw new DynptrException(
        $"{length} bytes at offset {offset} are outside of what the pointer can reach, which has {size} bytes. Compare the pointer with the end first.");

    [DoesNotReturn]
    public static void NoDirectAccess(BpfProgramType type) => throw new DynptrException(
        $"Programs of type {type} cannot read this pointer of a packet. Use a dynptr, or LoadBytes.");

    [DoesNotReturn]
    public static void ShortBuffer(int bufferLength, ulong length) => throw new DynptrException(
        $"The buffer has {bufferLength} bytes, but the slice needs {length}. Pass a buffer of at least the slice's length, or none.");

    [DoesNotReturn]
    public static void EmptyBuffer() => throw new DynptrException(
        "The buffer is empty. Pass at least one byte.");

    [DoesNotReturn]
    public static void IteratorNotHeld() => throw new DynptrException(
        "The iterator was never made, or was destroyed before. Make it with NumberIterator.Create, and destroy it once.");

    [DoesNotReturn]
    public static void KeyWasPut() => throw new DynptrException(
        "The key was given back before. Use it only before Put, and give it back once.");

    [DoesNotReturn]
    public static void SocketWasReleased() => throw new DynptrException(
        "The socket was given back before. Give it back once.");

    [DoesNotReturn]
    public static void FileNotHeld() => throw new DynptrException(
        "The file is not held: it was given back before, or the program was given it and never acquired it. Put only what KernelTask.GetExecutable gave, and once.");

    [DoesNotReturn]
    public static void FileInUse() => throw new DynptrException(
        "A dynptr that was made from the file is still held. Discard it (DiscardFile) before giving the file back.");

    [DoesNotReturn]
    public static void FileClosed() => throw new DynptrException(
        "The file is closed: it was given back or disposed of. Use it and its dynptrs only before that.");

    [DoesNotReturn]
    public static void CryptoContextWasReleased() => throw new DynptrException(
        "The last reference to the cipher was released before. Take a reference of your own with Acquire for as long as you use it.");

    [DoesNotReturn]
    public static void RegionNotEntered() => throw new DynptrException(
        "The thread has not entered what it leaves here, or something after it is still open. Leave once, and the last first.");

    [DoesNotReturn]
    public static void LockHeld() => throw new DynptrException(
        "The thread has the lock already and would wait for itself. Give it back before taking it again.");

    [DoesNotReturn]
    public static void NoRecord() => throw new DynptrException(
        "The slice is no record that RingBuf.ReserveRecord gave. A record that a dynptr holds is released through the dynptr.");

    private static string Name(DynptrKind kind) => kind switch
    {
        DynptrKind.Local => "local",
        DynptrKind.RingBuf => "ringbuf",
        DynptrKind.Skb => "skb",
        DynptrKind.Xdp => "xdp",
        DynptrKind.SkbMetadata => "skb_meta",
        DynptrKind.File => "file",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The dynptr has no kind."),
    };
}
