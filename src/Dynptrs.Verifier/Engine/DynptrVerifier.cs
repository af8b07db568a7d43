using System.Threading;
using Dynptrs.Verifier.Engine;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier;

/// <summary>Gives the verifier's verdict on a function and all that it calls.</summary>
public static class DynptrVerifier
{
    /// <summary>Verifies a function on its own: its parameters hold what its contract says, or anything.</summary>
    /// <param name="entry">The function.</param>
    /// <param name="options">Bounds and choices.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static VerificationResult Verify(Function entry, VerifierOptions options, CancellationToken cancellationToken)
    {
        var quick = new Explorer(options, refused: null, cancellationToken);
        quick.Explore(entry);
        if (!quick.Reporter.HasFindings)
            return VerificationResult.Accepted;

        // Joined numbers may have hidden that a path does not exist. What is not proved within the bounds stays refused.
        var exact = new Explorer(options, quick.Reporter, cancellationToken);
        return new VerificationResult(exact.Explore(entry) ? exact.Reporter.ToImmutable() : quick.Reporter.ToImmutable());
    }
}
