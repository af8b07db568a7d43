using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Limits;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN033: a function takes more stack than a program has, alone or with those that call it.</summary>
internal sealed class StackLimitRule() : Rule(
    Facts,
    "combined stack size of %d calls is %d. Too large; invalid write to stack R%d off=%d size=%d; "
        + "tail_calls are not allowed when call stack of previous frames is %d bytes. Too large",
    typeof(FrameTooLarge),
    typeof(StackTooDeep),
    typeof(StackAboveEnd))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN033",
        "Program needs more stack than the kernel gives",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN033.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        FrameTooLarge frame => Describe(frame),
        StackTooDeep { Chain: var chain, Limit: var limit } =>
            Describe(chain, $"{AccessText.Number(limit)} of stack that the kernel gives"),
        StackAboveEnd { Chain: var above, Limit: var limit } =>
            Describe(above, $"{AccessText.Number(limit)} of stack that may be taken above a method that calls {text.Subject}"),
        _ => throw Unexpected(text.Finding),
    };

    private static string Describe(FrameTooLarge finding)
    {
        var (part, frame) = (finding.Frame.Largest, finding.Frame);
        var limit = $"of the {AccessText.Bytes(finding.Limit)} of stack that the kernel gives";
        var need = part.Size == frame.Bytes
            ? $"{NameOf(frame)} takes {AccessText.Bytes(part.Size)} {limit}"
            : $"{FindingText.Quote(frame.Function)} takes {AccessText.Bytes(frame.Bytes)} {limit}, "
                + $"{AccessText.Number(part.Size)} of them for {NameOf(frame)}";
        return $"{need}: make it smaller, or keep it in a map";
    }

    private static string Describe(StackChain chain, string limit)
    {
        var frames = chain.Frames;
        var sum = frames is [var only]
            ? $"{FindingText.Quote(only.Function)} takes "
            : string.Join(" + ", frames.Select(frame => $"{FindingText.Quote(frame.Function)} {AccessText.Number(frame.Bytes)}")) + " = ";
        var largest = frames.OrderByDescending(frame => frame.Largest.Size).First();
        return $"{sum}{AccessText.Bytes(chain.Bytes)} of the {limit}: "
            + $"make {NameOf(largest)} of {FindingText.Quote(largest.Function)} smaller, "
            + $"which takes {AccessText.Number(largest.Largest.Size)}, or keep it in a map";
    }

    private static string NameOf(StackUse frame) => frame.Largest.Name.Length == 0
        ? "what is passed by reference"
        : FindingText.Quote(frame.Largest.Name);
}
