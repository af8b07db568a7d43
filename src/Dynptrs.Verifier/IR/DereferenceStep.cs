namespace Dynptrs.Verifier.IR;

/// <summary>Through a pointer, to what it points to.</summary>
public sealed record DereferenceStep : PlaceStep
{
    private DereferenceStep(MemoryAccessKind kind) => Kind = kind;

    /// <summary>The step to what is as aligned as its type says.</summary>
    public static DereferenceStep Instance { get; } = new(MemoryAccessKind.Aligned);

    /// <summary>The step to what may lie anywhere.</summary>
    public static DereferenceStep Unaligned { get; } = new(MemoryAccessKind.Unaligned);

    /// <summary>The step to what is read and written undisturbed by others.</summary>
    public static DereferenceStep Atomic { get; } = new(MemoryAccessKind.Atomic);

    /// <summary>How what it leads to is read and written.</summary>
    public MemoryAccessKind Kind { get; }

    /// <inheritdoc/>
    public override string ToString() => ".*";
}
