namespace Dynptrs.Interpreter.Values;

/// <summary>The content of a variable that is not followed field by field.</summary>
/// <param name="Content">The bytes.</param>
public sealed record Bytes(byte[] Content) : Value;
