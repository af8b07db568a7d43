using System.Threading;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Paths;

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
        var verification = Verification.Run(entry, options, cancellationToken);
        var findings = verification.Findings;
        if (verification.Bodies.All.Count > 0)
            findings = findings.AddRange(new BodyVerification(options, cancellationToken).Verify(verification.Bodies));
        if (!findings.IsEmpty)
            return new VerificationResult(findings);
        var suggestions = verification.Suggestions;
        return suggestions.IsEmpty ? VerificationResult.Accepted : VerificationResult.Accepted with { Suggestions = suggestions };
    }
}
