using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN006: a slice or map value is used where it may be null, or null is given for memory.</summary>
internal sealed class MissingNullCheckRule() : Rule(
    Facts,
    "R%d invalid mem access 'mem_or_null'; invalid mem access 'map_value_or_null'; R%d type=scalar expected=fp; "
        + "Possibly NULL pointer passed to trusted R%d",
    typeof(MaybeNull),
    typeof(Null),
    typeof(NullMemory))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN006",
        "Slice, map value or memory is used where it may be null",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN006.md");

    public override string Describe(FindingText text)
    {
        if (text.Finding is NullMemory memory)
        {
            var wanted = $"{FindingText.Quote(memory.Helper)} wants memory even where it uses 0 bytes of it";
            return memory.MayBeThere
                ? $"{wanted}, but {text.Subject} may be null here: test it first"
                : $"{wanted}, but {text.Subject} is null here: pass a part of a buffer, such as `buffer[..0]`";
        }

        if (text.Finding is Null)
        {
            return text.Step(TraceStepKind.FoundNull) is { } test
                ? $"{text.Subject} is null here: the test on {text.Place(test)} found it so; use it where it is not null"
                : $"{text.Subject} is null here, and nothing can be reached through it";
        }

        var origin = text.Step(TraceStepKind.Sliced) ?? text.Step(TraceStepKind.Looked) ?? text.Step(TraceStepKind.Acquired);
        return origin is null
            ? $"{text.Subject} may be null here{text.OnPath()}: test it before it is used"
            : $"{text.Subject}, taken on {text.Place(origin)}, may be null here{text.OnPath()}: test it before it is used";
    }
}
