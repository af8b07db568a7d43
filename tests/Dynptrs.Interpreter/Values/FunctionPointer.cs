using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter.Values;

/// <summary>A delegate.</summary>
/// <param name="Function">The function that it runs.</param>
public sealed record FunctionPointer(FunctionReference Function) : Value;
