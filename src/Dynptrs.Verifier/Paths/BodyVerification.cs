using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Limits;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;
using Dynptrs.Verifier.Transfer;

namespace Dynptrs.Verifier.Paths;

/// <summary>
/// Verifies the bodies of methods with a contract that a program reaches, for what only programs are held to: all else is verified and
/// reported where the method is verified against its contract, unless that is left out.
/// </summary>
/// <remarks>
/// Follows <c>do_check_subprogs</c>: global functions are verified once each, in the type of the program that they belong to.
/// </remarks>
internal sealed class BodyVerification(VerifierOptions options, CancellationToken cancellationToken)
{
    private readonly VerifierOptions _options = options with { Program = options.Program?.ForFunction() };
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly Dictionary<FunctionReference, int> _seen = [];

    /// <summary>Verifies all bodies that are reached from some, directly or through others.</summary>
    /// <returns>What is wrong, each with the call in the program that leads there.</returns>
    public ImmutableArray<Finding> Verify(ReachedBodies reached)
    {
        var pending = new Queue<(FunctionReference Body, Site Call, StackChain Above)>(reached.All);
        while (pending.Count > 0)
        {
            var (body, call, above) = pending.Dequeue();
            var isSeen = _seen.TryGetValue(body, out var deepest);
            if ((isSeen && above.Bytes <= deepest) || body.Resolve() is not { } function)
                continue;
            _seen[body] = above.Bytes;
            var verification = Verification.Run(function, _options with { StackAbove = above }, cancellationToken);
            foreach (var finding in verification.Findings)
            {
                // From further down, only the stack is another.
                if (isSeen ? finding is StackTooDeep : finding.IsOnlyOfPrograms || !_options.IsReportedAtRoot(body, finding))
                    _findings.Add(At(finding, call, function));
            }

            // They are reached through the same call of the program.
            foreach (var (next, _, inner) in verification.Bodies.All)
                pending.Enqueue((next, call, inner));
        }

        return _findings.ToImmutable();
    }

    private static Finding At(Finding finding, Site call, Function function) => finding with
    {
        Call = new CallSite(call, finding.Call?.Function ?? function.Name),
        Trace = finding.Trace.Insert(0, new TraceStep(TraceStepKind.Called, call, "", function.Name)),
    };
}
