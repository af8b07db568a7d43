using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>All that the graph asks of what its blocks hold; what its blocks hold asks nothing of the graph.</summary>
internal interface IExpressionLowering
{
    /// <summary>Evaluates a statement.</summary>
    public void LowerEffect(IOperation operation);

    /// <summary>Ends the current block with a branch.</summary>
    public void LowerCondition(IOperation condition, BlockBuilder whenTrue, BlockBuilder whenFalse);

    /// <summary>Evaluates what is returned: a value, or the address of a variable.</summary>
    /// <param name="value">What is returned.</param>
    /// <param name="isLastUse">Whether nothing uses it afterwards.</param>
    public Operand LowerReturned(IOperation value, bool isLastUse);

    /// <summary>Evaluates for the effects alone.</summary>
    public void Discard(IOperation operation);
}
