using Dynptrs.Interpreter.Values;

namespace Dynptrs.Interpreter;

/// <summary>What a place means in a run: the first cell of a variable, or memory.</summary>
/// <param name="Cell">The cell, or -1.</param>
/// <param name="Pointer">The memory, if it is memory, at the place itself.</param>
internal readonly record struct Target(int Cell, Pointer? Pointer);
