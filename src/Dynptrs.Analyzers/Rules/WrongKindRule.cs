using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN011: a dynptr of the wrong kind, or memory from the wrong source behind it.</summary>
internal sealed class WrongKindRule() : Rule(
    Facts,
    "Expected a dynptr of type %s as R%d; Unsupported reg type %s for bpf_dynptr_from_mem data; R1 type=mem expected=ringbuf_mem; R%d type=%s expected=fp; dereference of modified %s ptr R%d off=%d disallowed; R%d doesn't point to a const string; R%d does not point to a readonly map; helper access to the packet is not allowed; BPF_ATOMIC stores into R%d %s is not allowed",
    typeof(ReleaseWrongKind),
    typeof(UseWrongKind),
    typeof(ReleaseOfPart),
    typeof(NotMapMemory),
    typeof(NotStackMemory),
    typeof(NotConstantString),
    typeof(MovedView),
    typeof(PacketMemory))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN011",
        "Wrong kind of dynptr or of memory",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN011.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        NotMapMemory finding => DescribeMemory(text, finding),
        NotStackMemory finding => DescribeContext(text, finding),
        NotConstantString finding => DescribeString(text, finding),
        PacketMemory { Helper: "" } =>
            $"{text.Subject} lies in the packet, whose bytes no atomic operation may change: read it, and write the new value",
        PacketMemory { Helper: var helper } =>
            $"{text.Subject} points into the packet, but {FindingText.Quote(helper)} takes no memory of a packet: copy it into a variable, and pass that",
        MovedView =>
            $"{text.Subject} does not begin where the slice of {text.Owner()} does, and a call takes such a slice only from its start: pass all of it, or copy the part into a buffer first",
        ReleaseOfPart { Helper: var helper } when text.Step(TraceStepKind.Sliced) is not null =>
            $"{text.Subject} is only a slice of {text.Owner()}, and {FindingText.Quote(helper)} gives back nothing but what was acquired: release {text.Owner()} instead",
        ReleaseOfPart { Helper: var helper } => $"{text.Subject} was not acquired, so {FindingText.Quote(helper)} cannot give it back",
        UseWrongKind { Mismatch: var kinds, Helper: var helper } =>
            $"{text.Subject}{Origin(text)} is of kind {FindingText.Quote(kinds.Actual)}, but {FindingText.Quote(helper)} takes only kind {FindingText.Quote(kinds.Expected)}",
        ReleaseWrongKind finding => DescribeRelease(text, finding),
        _ => throw Unexpected(text.Finding),
    };

    private static string Origin(FindingText text) =>
        (text.Step(TraceStepKind.Acquired) ?? text.Step(TraceStepKind.Initialized)) is { } made ? $", {text.By(made, "made")}," : "";

    private static string DescribeRelease(FindingText text, ReleaseWrongKind finding)
    {
        var kinds = finding.Mismatch;
        var advice = text.Step(TraceStepKind.Acquired) is null
            ? "it holds nothing that must be released"
            : "release it by the call for its own kind";
        return $"{text.Subject}{Origin(text)} is of kind {FindingText.Quote(kinds.Actual)}, but {FindingText.Quote(finding.Helper)} releases only kind {FindingText.Quote(kinds.Expected)}: {advice}";
    }

    private static string DescribeMemory(FindingText text, NotMapMemory finding)
    {
        var wanted = $"{FindingText.Quote(finding.Helper)} needs memory of a map value or of a static variable";
        return finding.Origin switch
        {
            MemoryOrigin.Stack => $"{text.Subject} lies on the stack of this method, but {wanted}",
            MemoryOrigin.Heap => $"{text.Subject} lies on the managed heap, but {wanted}",
            MemoryOrigin.Constant => $"{text.Subject} is a constant of the program, but {wanted}",
            MemoryOrigin.Packet => $"{text.Subject} points into the packet, but {wanted}",
            MemoryOrigin.View when text.Step(TraceStepKind.Sliced) is not null =>
                $"{text.Subject} is a slice of {text.Owner()}, but {wanted}",
            MemoryOrigin.View => $"{text.Subject} is memory that was acquired and will be given back, but {wanted}",
            _ => $"nothing says where {text.Subject} comes from, but {wanted}",
        };
    }

    private static string DescribeContext(FindingText text, NotStackMemory finding)
    {
        var wanted = $"{FindingText.Quote(finding.Helper)} hands nothing on to its callback but a variable of the method that calls it: "
            + "give it a local variable, and copy what is needed";
        return finding.Origin switch
        {
            MemoryOrigin.Global => $"{text.Subject} is a static variable, or in one, but {wanted}",
            MemoryOrigin.Packet => $"{text.Subject} lies in the packet, but {wanted}",
            MemoryOrigin.View when text.Step(TraceStepKind.Sliced) is not null => $"{text.Subject} is a slice of {text.Owner()}, but {wanted}",
            MemoryOrigin.View => $"{text.Subject} lies in a map or in a record, but {wanted}",
            _ => $"{text.Subject} does not lie on the stack, but {wanted}",
        };
    }

    private static string DescribeString(FindingText text, NotConstantString finding)
    {
        var wanted = $"{FindingText.Quote(finding.Helper)} takes nothing but a constant string, such as `\"…\"u8`";
        return finding.Origin switch
        {
            MemoryOrigin.Stack => $"{text.Subject} lies on the stack of this method, but {wanted}",
            MemoryOrigin.Global => $"{text.Subject} is a static variable, which may change, but {wanted}",
            MemoryOrigin.Packet => $"{text.Subject} points into the packet, but {wanted}",
            MemoryOrigin.Constant => $"{text.Subject} begins at a place of a constant that varies, but {wanted}",
            MemoryOrigin.View when text.Step(TraceStepKind.Sliced) is not null =>
                $"{text.Subject} is a slice of {text.Owner()}, but {wanted}",
            MemoryOrigin.View => $"{text.Subject} is memory that may change, but {wanted}",
            _ => $"nothing says that {text.Subject} is constant, but {wanted}",
        };
    }
}
