namespace Dynptrs.Verifier.Findings;

/// <summary>What a finding is about; several kinds may share a rule.</summary>
public enum FindingKind
{
    /// <summary>A function is left while a reference is held.</summary>
    Leak,

    /// <summary>A function is left with an exception of something that it calls while a reference is held.</summary>
    LeakWhenThrown,

    /// <summary>A reference is released that was released before.</summary>
    ReleaseTwice,

    /// <summary>Something is released that was never acquired.</summary>
    ReleaseUnacquired,

    /// <summary>Something is released that was only lent.</summary>
    ReleaseBorrowed,

    /// <summary>Something is released by a helper for another kind.</summary>
    ReleaseWrongKind,

    /// <summary>An owner is lent to a helper for another kind.</summary>
    UseWrongKind,

    /// <summary>A part of what was acquired, or something else, is given back in its place.</summary>
    ReleaseOfPart,

    /// <summary>Memory is given that is no map value and no global.</summary>
    NotMapMemory,

    /// <summary>Something is released while a child of it is held.</summary>
    ParentReleased,

    /// <summary>An owner is used that was never initialised.</summary>
    UseUninitialized,

    /// <summary>An owner is used whose reference was released.</summary>
    UseReleased,

    /// <summary>An owner is used that was overwritten, or went with the function that made it.</summary>
    UseDestroyed,

    /// <summary>The last holder of a reference is overwritten.</summary>
    OverwriteHeld,

    /// <summary>An owner that was only lent is made anew.</summary>
    OverwriteBorrowed,

    /// <summary>A view is used whose owner was released.</summary>
    ViewOfReleased,

    /// <summary>A view is used whose owner was overwritten.</summary>
    ViewOfOverwritten,

    /// <summary>A view of a packet is used after the packet may have changed.</summary>
    ViewOfChangedPacket,

    /// <summary>A value is used that may be null.</summary>
    MaybeNull,

    /// <summary>A value is used that is null on this path.</summary>
    Null,

    /// <summary>An access lies, or may lie, outside of the memory.</summary>
    OutOfBounds,

    /// <summary>An access may lie anywhere: its offset has no bound, or the size of the memory is not known.</summary>
    Unbounded,

    /// <summary>A size that must be a constant is none on this path.</summary>
    SizeNotConstant,

    /// <summary>A buffer is shorter than the length that is passed with it.</summary>
    BufferTooSmall,

    /// <summary>Memory is written that may only be read.</summary>
    WriteReadOnly,

    /// <summary>A slice whose size is tied to its owner's kind is passed on from another place than its start.</summary>
    MovedView,

    /// <summary>An owner is copied by value.</summary>
    OwnerCopied,

    /// <summary>The bytes of an owner are read or written.</summary>
    OwnerReinterpreted,

    /// <summary>An owner is given to something that can be neither followed nor trusted.</summary>
    PassedToUnknown,

    /// <summary>An owner comes from something that can be neither followed nor trusted.</summary>
    MadeByUnknown,

    /// <summary>A helper is called that programs of this type may not call.</summary>
    HelperNotAllowed,

    /// <summary>Packet data is to be written by a program of a type that may not.</summary>
    PacketWriteNotAllowed,

    /// <summary>A helper is called that only sleepable programs may call.</summary>
    NeedsSleepable,

    /// <summary>A helper is called that the oldest kernel of the project does not have.</summary>
    NeedsNewerKernel,

    /// <summary>An object that is not trusted is given to what asks for a trusted one.</summary>
    Untrusted,

    /// <summary>A callback returns a number that its caller does not take.</summary>
    CallbackResult,

    /// <summary>A program does what BPF has no counterpart for.</summary>
    NoCounterpart,

    /// <summary>A method leaves with what its contract says that it releases.</summary>
    ReleaseNotKept,

    /// <summary>A method hands out an owner without the reference that its contract promises.</summary>
    AcquireNotKept,

    /// <summary>A method hands out what has ended already.</summary>
    MakeNotKept,

    /// <summary>A method hands out an owner of another kind than its contract promises.</summary>
    KindNotKept,

    /// <summary>A method hands out what may be null, which its contract does not say.</summary>
    NullNotKept,

    /// <summary>A method hands out a slice of another owner than its contract says.</summary>
    SliceNotKept,

    /// <summary>A method makes slices invalid, which its contract does not say.</summary>
    InvalidationNotKept,

    /// <summary>A method returns a number outside of the range that its contract promises.</summary>
    RangeNotKept,

    /// <summary>A function calls itself.</summary>
    Recursion,

    /// <summary>A loop of a program goes round without anything changing that could end it.</summary>
    EndlessLoop,

    /// <summary>A loop of a program goes round more often than is followed.</summary>
    LoopTooLong,

    /// <summary>The rounds of a loop of a program branch on what they read more often, together, than the kernel keeps in mind.</summary>
    LoopBranchesTooOften,

    /// <summary>The call stack is deeper than the kernel allows.</summary>
    TooManyFrames,

    /// <summary>The function is too complex to be verified within the bounds.</summary>
    TooComplex,

    /// <summary>The errno of a call is ignored that alone tells whether it did its work. A suggestion, as are all that follow.</summary>
    ErrnoIgnored,

    /// <summary>A number is given with which a call can only fail.</summary>
    NumberOnlyFails,

    /// <summary>A buffer is given to a call that never uses it.</summary>
    BufferNeverUsed,

    /// <summary>No buffer is given to a call that gives null without one.</summary>
    BufferMissing,

    /// <summary>A view is written that may be a copy, which is never written back.</summary>
    CopyNotWrittenBack,

    /// <summary>A call in a loop wakes a reader each time.</summary>
    WakesInLoop,

    /// <summary>A view is taken of an owner that never gives one.</summary>
    AlwaysNull,

    /// <summary>An owner stands between a program and memory of a constant size.</summary>
    ConstantReservation,
}
