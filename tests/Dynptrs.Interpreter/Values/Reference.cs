using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter.Values;

/// <summary>A reference that must be given back.</summary>
/// <param name="acquired">Where it was acquired.</param>
public sealed class Reference(Site acquired)
{
    /// <summary>Where it was acquired.</summary>
    public Site Acquired { get; } = acquired;

    /// <summary>The owners that share it.</summary>
    public List<Owner> Holders { get; } = [];

    /// <summary>Whether it was given back.</summary>
    public bool IsReleased { get; set; }
}
