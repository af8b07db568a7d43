using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.Suggestions;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Analyzers.Rules;

/// <summary>What a diagnostic tells a code fix beside its locations.</summary>
internal static class FindingProperties
{
    /// <summary>The variable that the finding is about. Readers of a log know it by this name.</summary>
    public const string Subject = "subject";

    /// <summary>The kind of the reference that the finding is about; absent where it has none.</summary>
    public const string Kind = "kind";

    /// <summary>The labels of the additional locations, one a line, in their order. Readers of a log know them by this name, since a location has no room for a text there.</summary>
    public const string Labels = "labels";

    /// <summary>What is held where the finding is, one a line: the variable, a colon, the kind.</summary>
    public const string Held = "held";

    /// <summary>Present where the mistake is not at the location but in what is called there.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>Present where the value is known to be null: a test would not help.</summary>
    public const string IsNull = "isNull";

    /// <summary>How many bytes may be reached from where the pointer points that the access goes by; absent where that is not known.</summary>
    public const string Room = "room";

    /// <summary>How many bytes the memory would have to have for the access to lie inside; absent where nothing bounds it.</summary>
    public const string Needed = "needed";

    /// <summary>The kind that something has where another is asked for.</summary>
    public const string ActualKind = "actualKind";

    /// <summary>The variable that holds the reference that the finding is about, where it is not the subject.</summary>
    public const string Holder = "holder";

    /// <summary>The oldest kernel that has the helper.</summary>
    public const string Since = "since";

    /// <summary>The owner of the slice that the finding is about, as it is written.</summary>
    public const string Owner = "owner";

    public static ImmutableDictionary<string, string?> Create(Finding finding, IReadOnlyList<string> labels, bool isHere)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add(Subject, finding.Subject);
        properties.Add(Labels, string.Join("\n", labels));
        if (!isHere)
            properties.Add(Elsewhere, "");
        if (finding is Null)
            properties.Add(IsNull, "");
        if (finding is AccessFinding { Access: { Room: >= 0 and var room } })
            properties.Add(Room, room.ToString(CultureInfo.InvariantCulture));
        if (finding is OutOfBounds or BufferTooSmall && ((AccessFinding)finding).Access is { First: >= 0 } reach)
            properties.Add(Needed, (reach.Last + reach.Size).ToString(CultureInfo.InvariantCulture));
        if (finding is ReferenceFinding { Reference.Kind: { } kind })
            properties.Add(Kind, kind);
        if (finding is ReferenceFinding { Reference.Subject: var holder } && holder != finding.Subject)
            properties.Add(Holder, holder);
        if (finding is KindFinding { Mismatch.Actual: var actual })
            properties.Add(ActualKind, actual);
        if (finding is HelperFinding { Use.Requirements.Since: { } since })
            properties.Add(Since, since.ToString());
        if (finding is CopyNotWrittenBack && finding.Trace.LastOrDefault(step => step.Kind == TraceStepKind.Sliced) is { } slice)
            properties.Add(Owner, slice.Detail);
        if (!finding.Held.IsEmpty)
            properties.Add(Held, string.Join("\n", finding.Held.Select(held => held.Subject + ":" + held.Kind)));
        return properties.ToImmutable();
    }
}
