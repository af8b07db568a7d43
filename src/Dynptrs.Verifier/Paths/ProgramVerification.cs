using System.Collections.Immutable;
using System.Threading;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Paths;

/// <summary>The verification of one function, as it is loaded once, with the bodies of methods with a contract that it reaches.</summary>
internal static class ProgramVerification
{
    public static VerificationResult Run(Function entry, VerifierOptions options, CancellationToken cancellationToken)
    {
        var verification = Verification.Run(entry, options, cancellationToken);
        var findings = verification.Findings;
        if (verification.Bodies.All.Count > 0)
            findings = findings.AddRange(new BodyVerification(options, cancellationToken).Verify(verification.Bodies));
        return new VerificationResult(findings)
        {
            Suggestions = findings.IsEmpty ? verification.Suggestions : ImmutableArray<Finding>.Empty,
            Followed = verification.Bodies.Followed,
        };
    }
}
