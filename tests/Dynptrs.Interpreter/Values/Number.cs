namespace Dynptrs.Interpreter.Values;

/// <summary>A number, extended to 64 bits as its type says.</summary>
/// <param name="Bits">The number.</param>
public sealed record Number(long Bits) : Value;
