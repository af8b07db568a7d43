using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN005: a slice is used after what it points into is gone.</summary>
internal sealed class DeadSliceRule() : Rule(
    Facts,
    "R%d invalid mem access 'scalar'; cannot return stack pointer to the caller",
    typeof(ViewOfReleased),
    typeof(ViewOfOverwritten),
    typeof(ViewOfChangedPacket),
    typeof(StackReturned))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN005",
        "Slice is used after what it points into is gone",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN005.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        ViewOfChangedPacket { IsPointer: var isPointer } when text.Step(TraceStepKind.PacketChanged) is { } step =>
            $"{text.Subject} points into a packet that {FindingText.Quote(step.Detail)} may have changed on "
                + $"{text.Place(step)}{text.OnPath()}: "
                + (isPointer ? "read the pointers from the context again, and compare them" : "take the slice again"),
        StackReturned { IsCallers: true } =>
            $"{text.Subject} points into the stack of a caller, whose address no function of a program may return: "
            + "let the caller use what it gave, or return where in it to look",
        StackReturned =>
            $"{text.Subject} points into the stack of this method, which is gone when it returns: "
            + "let the caller set the memory aside, and hand it over",
        _ => $"{text.Subject} points into {text.Owner()}, which is gone{text.OnPath()}: {text.Ended()}; use it before that",
    };
}
