namespace Dynptrs.Verifier.IR;

/// <summary>What kind of map an object is.</summary>
/// <param name="Type">The kernel's name of its type, without prefix.</param>
/// <param name="Key">The type of the keys, or <see langword="null"/> for a map without.</param>
/// <param name="Value">The type of the values, or <see langword="null"/> for a map without.</param>
/// <param name="Capacity">The number of entries with which it is made, or <see langword="null"/> where its declaration does not say it.</param>
public sealed record MapDefinition(string Type, IrType? Key, IrType? Value, long? Capacity)
{
    /// <summary>The flags with which it is made, or <see langword="null"/> where its declaration does not say them.</summary>
    public long? Flags { get; init; } = 0;

    /// <summary>Whether programs that may sleep cannot use it.</summary>
    public bool ExceptSleepable { get; init; }
}
