using System.Collections.Immutable;
using System.Text;

namespace Dynptrs.Verifier.IR;

/// <summary>A sequence of instructions with one entry and, but for exceptions, one exit.</summary>
/// <param name="index">Its index in <see cref="Function.Blocks"/>.</param>
/// <param name="instructions">The instructions.</param>
/// <param name="terminator">How control leaves.</param>
/// <param name="handlers">The blocks where the exception handlers around this block begin.</param>
public sealed class Block(int index, ImmutableArray<Instruction> instructions, Terminator terminator, ImmutableArray<int> handlers)
{
    /// <summary>Its index in <see cref="Function.Blocks"/>.</summary>
    public int Index { get; } = index;

    /// <summary>The instructions.</summary>
    public ImmutableArray<Instruction> Instructions { get; } = instructions;

    /// <summary>How control leaves.</summary>
    public Terminator Terminator { get; } = terminator;

    /// <summary>The blocks where the exception handlers around this block begin, innermost first.</summary>
    public ImmutableArray<int> Handlers { get; } = handlers;

    /// <summary>
    /// The one of <see cref="Handlers"/> through which an exception leaves the function that no instruction states; -1 where such
    /// exceptions are not followed.
    /// </summary>
    public int WayOut { get; init; } = -1;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder().Append('b').Append(Index).AppendLine(":");
        foreach (var instruction in Instructions)
            text.Append("    ").Append(instruction).AppendLine();
        return text.Append("    ").Append(Terminator).AppendLine().ToString();
    }
}
