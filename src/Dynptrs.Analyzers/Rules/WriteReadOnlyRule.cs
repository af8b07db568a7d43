using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN009: memory is written that may only be read.</summary>
internal sealed class WriteReadOnlyRule() : Rule(
    Facts,
    "R%d cannot write into rdonly_mem; the prog does not allow writes to packet data",
    typeof(WriteReadOnly),
    typeof(PacketWriteNotAllowed))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN009",
        "Read-only memory is written",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN009.md");

    public override string Describe(FindingText text) => text.Finding is PacketWriteNotAllowed { Use: var use }
        ? $"{text.Helper(use)} asks for packet data that may be written, but {HelperText.Program(use)} may only read packets: take a slice for reading"
        : DescribeAccess(text);

    private static string DescribeAccess(FindingText text)
    {
        var written = text.Finding is WriteReadOnly { Helper: { Length: > 0 } helper }
            ? $"{FindingText.Quote(helper)} writes to {text.Subject}"
            : $"{text.Subject} is written";
        return text.Finding switch
        {
            WriteReadOnly { IsLoadTimeConstant: true } =>
                $"{written}, but only host code sets it, before the program is loaded: use another variable",
            WriteReadOnly { PacketReader: { } type } =>
                $"{written}, but it lies in the packet, and programs of type {type} may only read packets: write a copy",
            WriteReadOnly { IsConstant: true } =>
                $"{written}, but that is a constant, which a program may only read: copy it into a buffer of its own, and write that",
            WriteReadOnly { Field: { } field } =>
                $"{written}, but {FindingText.Quote(field)} is `readonly`, and a program may only read it: write a copy, or a field that is not",
            _ when text.Step(TraceStepKind.Sliced) is { } slice =>
                $"{written}, but the slice that was taken of {text.Owner()} on {text.Line(slice)} is only for reading: take one for writing",
            _ => $"{written}, but the memory behind it is only for reading: write a copy",
        };
    }
}
