using System.Collections.Generic;
using Dynptrs.Emit.Text;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>An expression, and what it depends on.</summary>
/// <param name="Expression">The expression.</param>
internal sealed record Value(CExpression Expression)
{
    /// <summary>The locals that it reads.</summary>
    public HashSet<Local> Locals { get; init; } = [];

    /// <summary>Whether it reads memory.</summary>
    public bool ReadsMemory { get; init; }

    /// <summary>Whether it calls something.</summary>
    public bool HasEffect { get; init; }

    /// <summary>The number of bytes behind it, where that is asked for and not constant.</summary>
    public CExpression? Size { get; init; }

    /// <summary>Whether a variable that is given it hides from the compiler how it was made.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it is the same wherever it is written.</summary>
    public bool IsConstant => Locals.Count == 0 && !ReadsMemory && !HasEffect && (Size is null or { IsSimple: true });
}
