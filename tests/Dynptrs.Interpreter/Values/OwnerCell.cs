namespace Dynptrs.Interpreter.Values;

/// <summary>A cell that holds an owner.</summary>
/// <param name="Owner">The owner.</param>
public sealed record OwnerCell(Owner Owner) : Value;
