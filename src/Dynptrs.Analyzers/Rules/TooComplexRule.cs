using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN031: recursion, too many frames, a loop without a bound, or too much to prove.</summary>
internal sealed class TooComplexRule() : Rule(
    Facts,
    "the call stack of %d frames is too deep; infinite loop detected at insn %d; BPF program is too large. Processed %d insn; The sequence of %d jumps is too complex",
    FindingKind.Recursion,
    FindingKind.TooManyFrames,
    FindingKind.EndlessLoop,
    FindingKind.LoopTooLong,
    FindingKind.LoopBranchesTooOften,
    FindingKind.TooComplex)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN031",
        "Code is too complex to be verified",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN031.md");

    public override string Describe(FindingText text) => text.Finding.Kind switch
    {
        FindingKind.Recursion => $"{text.Subject} is called while it runs: recursion cannot be verified; use a loop",
        FindingKind.TooManyFrames => $"the call of {text.Subject} makes the call stack deeper than the 16 frames that the kernel allows: call fewer methods inside one another",
        FindingKind.EndlessLoop => $"this loop of {text.Subject} has no bound: nothing that changes from round to round is known to end it; count its rounds up to a constant",
        FindingKind.LoopTooLong => $"this loop of {text.Subject} may go round more often than can be verified: bound the number of its rounds by a constant",
        FindingKind.LoopBranchesTooOften => $"the rounds of this loop of {text.Subject} branch on what they read more than 8192 times together, which is more than can be verified: go round less often, or with `bpf_loop`",
        _ => $"{text.Subject} takes too many paths to be verified: split it, or bound its loops",
    };
}
