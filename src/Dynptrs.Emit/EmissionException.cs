using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit;

/// <summary>Something that is verified, and has no form in BPF C yet.</summary>
/// <param name="site">Where it stands in the source.</param>
/// <param name="what">What it is, as a noun phrase.</param>
internal sealed class EmissionException(Site site, string what) : Exception($"{what} cannot be emitted")
{
    /// <summary>Where it stands in the source.</summary>
    public Site Site { get; } = site;

    /// <summary>What it is, as a noun phrase.</summary>
    public string What { get; } = what;
}
