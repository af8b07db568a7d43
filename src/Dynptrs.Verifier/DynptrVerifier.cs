using System.Linq;
using System.Threading;
using Dynptrs.Verifier.Domain;
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
        // With unknowns for what is set before it is loaded, which a function must bear that is right for each number.
        var loading = new Loading();
        var result = ProgramVerification.Run(entry, options with { Loading = loading }, cancellationToken);
        // What the kernel may lack is missing wherever it is not asked for.
        return loading.Met.Count == 0 || (result.Findings.IsEmpty && loading.Met.All(variable => variable.Helper is null))
            ? result
            : new LoadTimeVerification(entry, options, cancellationToken).Run(loading.Met);
    }
}
