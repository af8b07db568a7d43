namespace Dynptrs.Interpreter;

/// <summary>What a program that runs can do wrong, and an accepted one must not.</summary>
public enum Misbehaviour
{
    /// <summary>The program ended with a reference.</summary>
    Leak,

    /// <summary>Something was released that is not held.</summary>
    ReleaseNotHeld,

    /// <summary>Something was released while what was made of it is held.</summary>
    ParentReleased,

    /// <summary>An owner was used that is not alive.</summary>
    UseOfDeadOwner,

    /// <summary>An owner was copied, or its bytes were reached.</summary>
    OwnerReached,

    /// <summary>The last holder of a reference was overwritten.</summary>
    LastHolderOverwritten,

    /// <summary>A view was used whose memory is gone.</summary>
    UseOfDeadView,

    /// <summary>Null was used.</summary>
    NullUsed,

    /// <summary>Memory was reached outside of its region.</summary>
    OutOfBounds,

    /// <summary>Read-only memory was written.</summary>
    ReadOnlyWritten,

    /// <summary>Memory or a length was smaller than a call asks for.</summary>
    TooSmall,

    /// <summary>Memory was reached through a pointer that may point anywhere.</summary>
    UnknownOrigin,

    /// <summary>Memory of a function's own stack was returned.</summary>
    StackReturned,

    /// <summary>A view that carries the kind of its owner was given to a helper from another place than its start.</summary>
    MovedView,

    /// <summary>An address was computed with as if it were a number.</summary>
    AddressComputed,

    /// <summary>The frames took more stack than there is.</summary>
    StackOverflow,

    /// <summary>The program ended inside a region.</summary>
    RegionLeftOpen,

    /// <summary>A region was left that is not open, or that of another lock.</summary>
    RegionNotEntered,

    /// <summary>A region was left before one that was entered after it.</summary>
    RegionLeftOutOfOrder,

    /// <summary>A lock was entered that is held: it waits for itself.</summary>
    RegionEnteredAgain,

    /// <summary>A call was made outside of the region that it needs.</summary>
    RegionNeeded,

    /// <summary>A call was made inside a region that does not allow it.</summary>
    CallInRegion,

    /// <summary>The program did not end.</summary>
    DoesNotEnd,
}
