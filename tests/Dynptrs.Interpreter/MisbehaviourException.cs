using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>The program misbehaves.</summary>
/// <param name="kind">How.</param>
/// <param name="site">Where.</param>
public sealed class MisbehaviourException(Misbehaviour kind, Site site) : Exception($"{kind} at {site.Source}")
{
    /// <summary>How.</summary>
    public Misbehaviour Kind { get; } = kind;

    /// <summary>Where.</summary>
    public Site Site { get; } = site;
}
