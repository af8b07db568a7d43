using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN011: a dynptr of the wrong kind, or memory from the wrong source behind it.</summary>
internal sealed class WrongKindRule() : Rule(
    Facts,
    "Expected a dynptr of type %s as R%d; Unsupported reg type %s for bpf_dynptr_from_mem data; R1 type=mem expected=ringbuf_mem; dereference of modified %s ptr R%d off=%d disallowed",
    FindingKind.ReleaseWrongKind,
    FindingKind.UseWrongKind,
    FindingKind.ReleaseOfPart,
    FindingKind.NotMapMemory,
    FindingKind.MovedView)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN011",
        "Wrong kind of dynptr or of memory",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN011.md");

    public override string Describe(FindingText text) => text.Finding.Kind switch
    {
        FindingKind.NotMapMemory => DescribeMemory(text),
        FindingKind.MovedView =>
            $"{text.Subject} does not begin where the slice of {text.Owner()} does, and a call takes such a slice only from its start: pass all of it, or copy the part into a buffer first",
        FindingKind.ReleaseOfPart when text.Step(TraceStepKind.Sliced) is not null =>
            $"{text.Subject} is only a slice of {text.Owner()}, and {text.Detail} gives back nothing but what was acquired: release {text.Owner()} instead",
        FindingKind.ReleaseOfPart => $"{text.Subject} was not acquired, so {text.Detail} cannot give it back",
        _ => DescribeKinds(text, text.Finding.Mismatch!),
    };

    private static string DescribeKinds(FindingText text, KindMismatch kinds)
    {
        var made = text.Step(TraceStepKind.Acquired) ?? text.Step(TraceStepKind.Initialized);
        var origin = made is null ? "" : $", {text.By(made, "made")},";
        if (text.Finding.Kind == FindingKind.UseWrongKind)
            return $"{text.Subject}{origin} is of kind {FindingText.Quote(kinds.Actual)}, but {text.Detail} takes only kind {FindingText.Quote(kinds.Expected)}";
        var mend = text.Step(TraceStepKind.Acquired) is null ? "it holds nothing that must be released" : "release it by the call for its own kind";
        return $"{text.Subject}{origin} is of kind {FindingText.Quote(kinds.Actual)}, but {text.Detail} releases only kind {FindingText.Quote(kinds.Expected)}: {mend}";
    }

    private static string DescribeMemory(FindingText text)
    {
        var wanted = $"{text.Detail} needs memory of a map value or of a static variable";
        return text.Finding.Origin switch
        {
            MemoryOrigin.Stack => $"{text.Subject} lies on the stack of this method, but {wanted}",
            MemoryOrigin.Heap => $"{text.Subject} lies on the managed heap, but {wanted}",
            MemoryOrigin.Constant => $"{text.Subject} is a constant of the program, but {wanted}",
            MemoryOrigin.View when text.Step(TraceStepKind.Sliced) is not null => $"{text.Subject} is a slice of {text.Owner()}, but {wanted}",
            MemoryOrigin.View => $"{text.Subject} is memory that was acquired and will be given back, but {wanted}",
            _ => $"nothing says where {text.Subject} comes from, but {wanted}",
        };
    }
}
