using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>A function that runs.</summary>
/// <param name="Function">The function.</param>
/// <param name="FirstCell">Its first cell.</param>
internal sealed record Frame(Function Function, int FirstCell);
