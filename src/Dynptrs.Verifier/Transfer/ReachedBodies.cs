using System.Collections.Generic;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Transfer;

/// <summary>The bodies of methods with a contract that a program reaches: trusted at the call, but held to what the program may do.</summary>
internal sealed class ReachedBodies
{
    private readonly HashSet<FunctionReference> _seen = [];
    private readonly List<(FunctionReference Body, Site Call)> _reached = [];

    /// <summary>The bodies in the order in which they were reached, each with the first call in the entry that leads there.</summary>
    public IReadOnlyList<(FunctionReference Body, Site Call)> All => _reached;

    /// <summary>Adds a body that a call leads to.</summary>
    /// <param name="frame">The frame of the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="body">The body.</param>
    public void Add(Frame frame, CallInstruction call, FunctionReference body)
    {
        if (_seen.Add(body))
            _reached.Add((body, CallSites.Of(frame)?.Site ?? call.Site));
    }
}
