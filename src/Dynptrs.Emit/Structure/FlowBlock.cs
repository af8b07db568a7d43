using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Text;

namespace Dynptrs.Emit.Structure;

/// <summary>A block of a function as C: its statements, and where it goes.</summary>
internal sealed class FlowBlock(int index)
{
    /// <summary>Its index.</summary>
    public int Index { get; } = index;

    /// <summary>Its statements. Where nothing follows, the last one leaves the function.</summary>
    public List<CStatement> Statements { get; } = [];

    /// <summary>What decides between the successors, where there are two.</summary>
    public CExpression? Condition { get; set; }

    /// <summary>The line of the condition.</summary>
    public SourceLine? Line { get; set; }

    /// <summary>The blocks that follow: the one for true first.</summary>
    public List<FlowBlock> Next { get; } = [];

    /// <summary>Whether the compiler writes out the rounds of the loop that begins here.</summary>
    public bool IsWrittenOut { get; init; }

    /// <summary>Whether the function ends here.</summary>
    public bool IsExit => Next.Count == 0;

    /// <summary>Goes to one block, whatever was decided.</summary>
    public void Go(FlowBlock next)
    {
        Condition = null;
        Next.Clear();
        Next.Add(next);
    }

    /// <summary>Goes to one of two blocks.</summary>
    public void Branch(CExpression condition, FlowBlock whenTrue, FlowBlock whenFalse)
    {
        Condition = condition;
        Next.Clear();
        Next.AddRange([whenTrue, whenFalse]);
    }

    public override string ToString() => $"b{Index} -> {string.Join(", ", Next.Select(next => next.Index))}";
}
