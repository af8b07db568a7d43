namespace Dynptrs.Interpreter.Values;

/// <summary>A pointer to a variable.</summary>
/// <param name="Cell">Its first cell.</param>
/// <param name="Size">Its size in bytes, or -1.</param>
public sealed record Address(int Cell, int Size) : Value;
