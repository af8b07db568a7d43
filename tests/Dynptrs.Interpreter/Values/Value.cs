namespace Dynptrs.Interpreter.Values;

/// <summary>What a cell holds while a program runs.</summary>
public abstract record Value;
