using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>A delegate or function pointer of a known function.</summary>
internal sealed class FunctionValue(FunctionReference function) : Value
{
    public FunctionReference Function { get; } = function;
}
