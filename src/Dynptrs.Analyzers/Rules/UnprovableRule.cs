using Dynptrs.Verifier.Findings.Limits;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN031: recursion, too many frames, a loop without a bound, or too much to prove.</summary>
internal sealed class UnprovableRule() : Rule(
    Facts,
    "the call stack of %d frames is too deep; infinite loop detected at insn %d; BPF program is too large. Processed %d insn; The sequence of %d jumps is too complex",
    typeof(Recursion),
    typeof(TooManyFrames),
    typeof(EndlessLoop),
    typeof(CounterBesideIterator),
    typeof(LoopTooLong),
    typeof(LoopBranchesTooOften),
    typeof(TooComplex))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN031",
        "Code is too complex to be verified",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN031.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        Recursion => $"{text.Subject} is called while it runs: recursion cannot be verified; use a loop",
        TooManyFrames { Limit: var frames } =>
            $"the call of {text.Subject} makes the call stack deeper than the {AccessText.Number(frames)} frames that the kernel allows: call fewer methods inside one another",
        EndlessLoop { Given: var (counter, callee) } =>
            $"this loop of {text.Subject} has no bound that Linux sees: {FindingText.Quote(counter)} is given to {FindingText.Quote(callee)} by its address, and is any number after that; give it a copy, or let it return the number",
        EndlessLoop { Site.Source: SyntaxNode condition } when MemoryReads.InCondition(text, condition) is { } read =>
            $"this loop of {text.Subject} has no bound: {FindingText.Quote(read.ToString())} is read from memory in each round, "
            + "and may be any number; count its rounds in a local variable, up to a constant",
        EndlessLoop =>
            $"this loop of {text.Subject} has no bound: nothing that changes from round to round is known to end it; count its rounds up to a constant",
        CounterBesideIterator { Counter: var counter } =>
            $"{FindingText.Quote(counter)} is counted beside the iterator of this loop of {text.Subject} and decides something there: "
            + "Linux follows each of its values, and the iterator sets no end to them; leave the loop where it reaches a constant, "
            + "or use the iterator's number",
        LoopTooLong =>
            $"this loop of {text.Subject} may go round more often than can be verified: bound the number of its rounds by a constant",
        LoopBranchesTooOften { Limit: var branches } =>
            $"the rounds of this loop of {text.Subject} branch on what they read more than {AccessText.Number(branches)} times together, which is more than can be verified: go round less often, or with `bpf_loop`",
        _ => $"{text.Subject} takes too many paths to be verified: split it, or bound its loops",
    };
}
