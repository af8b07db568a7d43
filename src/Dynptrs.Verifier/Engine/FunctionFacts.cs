namespace Dynptrs.Verifier.IR;

internal sealed class FunctionFacts(Function function)
{
    public Function Function { get; } = function;
}
