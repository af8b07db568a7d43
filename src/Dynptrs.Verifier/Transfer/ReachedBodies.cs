using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Transfer;

/// <summary>
/// The bodies that a function reaches: those that are followed, and those of methods with a contract that a program reaches, which are
/// trusted at the call, but held to what the program may do.
/// </summary>
internal sealed class ReachedBodies
{
    private readonly Dictionary<FunctionReference, int> _indexes = [];
    private readonly List<(FunctionReference Body, Site Call, StackChain Above)> _reached = [];

    /// <summary>
    /// The bodies with a contract in the order in which they were reached, each with the first call in the entry that leads there, and the frames above it
    /// where these are deepest.
    /// </summary>
    public IReadOnlyList<(FunctionReference Body, Site Call, StackChain Above)> All => _reached;

    /// <summary>The functions that are followed into.</summary>
    public ImmutableHashSet<FunctionReference> Followed { get; private set; } = ImmutableHashSet<FunctionReference>.Empty;

    /// <summary>Adds a function that is followed into.</summary>
    public void AddFollowed(FunctionReference function) => Followed = Followed.Add(function);

    /// <summary>Adds a body with a contract that a call leads to.</summary>
    /// <param name="frame">The frame of the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="body">The body.</param>
    /// <param name="above">The frames above it.</param>
    public void Add(Frame frame, CallInstruction call, FunctionReference body, StackChain above)
    {
        if (!_indexes.TryGetValue(body, out var index))
        {
            _indexes.Add(body, _reached.Count);
            _reached.Add((body, CallSites.Of(frame)?.Site ?? call.Site, above));
        }
        else if (_reached[index].Above.Bytes < above.Bytes)
        {
            _reached[index] = _reached[index] with { Above = above };
        }
    }
}
