namespace Dynptrs.Analyzers.Contracts;

/// <summary>The attributes of the contract vocabulary.</summary>
internal enum ContractAttribute
{
    None,
    Owner,
    View,
    Acquires,
    BitsOf,
    Borrowed,
    BpfHelper,
    BpfProgram,
    Callback,
    Capacity,
    CloneOf,
    ConstantSize,
    Counts,
    DependsOn,
    Dereferences,
    EndsLoops,
    Initializes,
    InRange,
    InvalidatesSlices,
    KernelField,
    LengthOf,
    MapMemory,
    MayBeNull,
    NullTest,
    Releases,
    SliceOf,
    Trusted,
}
