namespace Dynptrs.Verifier.IR;

/// <summary>Makes a pointer to memory of the function's own: a <c>stackalloc</c>, a literal, an array, a static field.</summary>
public sealed class AllocateInstruction(Site site, Place target, Operand? length, MemoryOrigin origin) : Instruction(site)
{
    /// <summary>Where the pointer goes.</summary>
    public Place Target { get; } = target;

    /// <summary>The length in bytes, or in entries for an object such as a map, or <see langword="null"/> where it is not known.</summary>
    public Operand? Length { get; } = length;

    /// <summary>The bytes of a constant; else the memory begins zeroed, or as it was left.</summary>
    public ConstantData? Data { get; init; }

    /// <summary>The variable or map, for memory of an object's own.</summary>
    public GlobalVariable? Global { get; init; }

    /// <summary>
    /// The static variable whose memory it is: equal for the same variable; its <see cref="GlobalVariable"/> where that is known.
    /// <see langword="null"/> for memory that is another each time.
    /// </summary>
    public object? Variable { get; init; }

    /// <summary>What kind of memory it is.</summary>
    public MemoryOrigin Origin { get; } = origin;

    /// <summary>The scope in which memory of the stack lives, or <see langword="null"/> for the whole function.</summary>
    public LocalScope? Scope { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = allocate {Origin} {Length}";
}
