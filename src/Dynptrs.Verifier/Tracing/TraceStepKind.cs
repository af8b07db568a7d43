namespace Dynptrs.Verifier.Tracing;

/// <summary>What happened in a <see cref="TraceStep"/>.</summary>
public enum TraceStepKind
{
    /// <summary>The program was loaded after the variable had been set to the number in the detail.</summary>
    Loaded,

    /// <summary>A reference was acquired by the helper in the detail.</summary>
    Acquired,

    /// <summary>An owner without a reference was made by the helper in the detail.</summary>
    Initialized,

    /// <summary>A clone was made of the owner in the detail.</summary>
    Cloned,

    /// <summary>A view of the owner in the detail was taken.</summary>
    Sliced,

    /// <summary>A value that may be null was given by the helper in the detail.</summary>
    Looked,

    /// <summary>Memory of the function's own was set aside.</summary>
    Allocated,

    /// <summary>A span or a ref was taken from the view in the detail.</summary>
    Derived,

    /// <summary>The reference was released by the helper in the detail.</summary>
    Released,

    /// <summary>The owner was overwritten.</summary>
    Overwritten,

    /// <summary>A pointer to the edge of a packet in the detail was read from the context.</summary>
    PacketRead,

    /// <summary>The call in the detail may have changed the packet.</summary>
    PacketChanged,

    /// <summary>A region was entered by the method in the detail.</summary>
    RegionEntered,

    /// <summary>The region was left by the method in the detail.</summary>
    RegionLeft,

    /// <summary>A test found the value null.</summary>
    FoundNull,

    /// <summary>A test found the value not null.</summary>
    FoundNotNull,

    /// <summary>The condition was true.</summary>
    BranchTrue,

    /// <summary>The condition was false.</summary>
    BranchFalse,

    /// <summary>The function in the detail was called.</summary>
    Called,

    /// <summary>The function in the detail was run as a callback.</summary>
    CalledBack,

    /// <summary>What is named in the detail threw.</summary>
    Thrown,

    /// <summary>The owner was lent to this function, or the object by the helper in the detail.</summary>
    Borrowed,

    /// <summary>The reference was handed to this function, which is to release it.</summary>
    Given,
}
