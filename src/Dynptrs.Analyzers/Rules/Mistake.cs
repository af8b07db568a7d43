using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.Suggestions;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>What a diagnostic tells a code fix beside its locations: written into its properties, and read from them, here alone.</summary>
/// <param name="Subject">The variable or expression that it is about.</param>
/// <param name="Labels">The labels of the additional locations, in their order.</param>
internal sealed record Mistake(string Subject, ImmutableArray<string> Labels)
{
    // Readers of a log know these two by name, since a location has no room for a text there.
    private const string SubjectKey = "subject";
    private const string LabelsKey = "labels";

    private const string KindKey = "kind";
    private const string HeldKey = "held";
    private const string ElsewhereKey = "elsewhere";
    private const string NullKey = "isNull";
    private const string RoomKey = "room";
    private const string NeededKey = "needed";
    private const string MinimumKey = "minimum";
    private const string ActualKindKey = "actualKind";
    private const string HolderKey = "holder";
    private const string SinceKey = "since";
    private const string OwnerKey = "owner";
    private const string ComparedKey = "compared";
    private const string BoundKey = "bound";

    /// <summary>The kind of the reference that it is about; <see langword="null"/> where it has none.</summary>
    public string? Kind { get; init; }

    /// <summary>What is held where it is: the variables, and the kinds of their references.</summary>
    public ImmutableArray<(string Subject, string? Kind)> Held { get; init; } = [];

    /// <summary>Whether it is not at the location but in what is called there.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Whether the value is known to be null: a test would not help.</summary>
    public bool IsNull { get; init; }

    /// <summary>
    /// How many bytes may be reached from where the pointer points that the access goes by; <see langword="null"/> where that is not known.
    /// </summary>
    public long? Room { get; init; }

    /// <summary>How many bytes the memory needs for the access to lie inside; <see langword="null"/> where nothing bounds it.</summary>
    public long? Needed { get; init; }

    /// <summary>
    /// How many bytes the call asks for at least, where there may be fewer; <see langword="null"/> where there are fewer for certain.
    /// </summary>
    public long? Minimum { get; init; }

    /// <summary>The kind that something has where another is asked for.</summary>
    public string? ActualKind { get; init; }

    /// <summary>The variable that holds the reference that it is about, where that is not the subject.</summary>
    public string? Holder { get; init; }

    /// <summary>The oldest kernel that has the helper.</summary>
    public KernelVersion? Since { get; init; }

    /// <summary>The owner of the slice that it is about, as it is written.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// How many bytes behind the pointer into a packet must be compared with what bounds it; <see langword="null"/> where that would not help.
    /// </summary>
    public long? Compared { get; init; }

    /// <summary>The variable that bounds the pointer into a packet, where there is one.</summary>
    public string? Bound { get; init; }

    /// <summary>What there is to tell of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="labels">The labels of the additional locations.</param>
    /// <param name="isHere">Whether the diagnostic stands where the mistake is.</param>
    public static Mistake Of(Finding finding, IEnumerable<string> labels, bool isHere) => new(finding.Subject, [.. labels])
    {
        Kind = (finding as ReferenceFinding)?.Reference.Kind,
        Held = [.. finding.Held.Select(held => (held.Subject, held.Kind))],
        IsElsewhere = !isHere,
        IsNull = finding is Null or NullMemory { MayBeThere: false },
        Room = finding is AccessFinding { Access.Room: >= 0 and var room } ? room : null,
        Needed = finding is OutOfBounds or BufferTooSmall && ((AccessFinding)finding).Access is { First: >= 0 } reach
            ? reach.Last + reach.Size
            : null,
        Minimum = finding is BelowMinimum { IsCertain: false, Minimum: var minimum } ? minimum : null,
        ActualKind = (finding as KindFinding)?.Mismatch.Actual,
        Holder = finding is ReferenceFinding { Reference.Subject: var holder } && holder != finding.Subject ? holder : null,
        Since = (finding as HelperFinding)?.Use.Requirements.Since,
        Compared = finding is UnprovedPacket { Gap: PacketGap.Comparison, Needed: var compared } ? compared : null,
        Bound = finding is UnprovedPacket { Bound: { Length: > 0 } bound } ? bound : null,
        Owner = finding is CopyNotWrittenBack ? finding.Trace.LastOrDefault(step => step.Kind == TraceStepKind.Sliced)?.Detail : null,
    };

    /// <summary>The properties of a diagnostic that tell it.</summary>
    public ImmutableDictionary<string, string?> Write()
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add(SubjectKey, Subject);
        properties.Add(LabelsKey, string.Join("\n", Labels));
        Add(KindKey, Kind);
        Add(HeldKey, Held.IsEmpty ? null : string.Join("\n", Held.Select(held => held.Subject + ":" + held.Kind)));
        Add(ElsewhereKey, IsElsewhere ? "" : null);
        Add(NullKey, IsNull ? "" : null);
        Add(RoomKey, Room?.ToString(CultureInfo.InvariantCulture));
        Add(NeededKey, Needed?.ToString(CultureInfo.InvariantCulture));
        Add(MinimumKey, Minimum?.ToString(CultureInfo.InvariantCulture));
        Add(ActualKindKey, ActualKind);
        Add(HolderKey, Holder);
        Add(SinceKey, Since?.ToString());
        Add(OwnerKey, Owner);
        Add(ComparedKey, Compared?.ToString(CultureInfo.InvariantCulture));
        Add(BoundKey, Bound);
        return properties.ToImmutable();

        void Add(string key, string? value)
        {
            if (value is not null)
                properties.Add(key, value);
        }
    }

    /// <summary>What a diagnostic of the verifier tells.</summary>
    public static Mistake Read(Diagnostic diagnostic) =>
        TryRead(diagnostic)
        ?? throw new ArgumentException(
            $"{diagnostic.Id} at {diagnostic.Location.GetLineSpan()} is not about a finding.", nameof(diagnostic));

    /// <summary>What a diagnostic tells, or <see langword="null"/> where it is not about a finding of the verifier.</summary>
    public static Mistake? TryRead(Diagnostic diagnostic)
    {
        return Text(SubjectKey) is { } subject && Text(LabelsKey) is { } labels
            ? new Mistake(subject, labels.Length == 0 ? [] : [.. labels.Split('\n')])
            {
                Kind = Text(KindKey),
                Held = Text(HeldKey) is { } held ? [.. held.Split('\n').Select(ReadHeld)] : [],
                IsElsewhere = Text(ElsewhereKey) is not null,
                IsNull = Text(NullKey) is not null,
                Room = Number(RoomKey),
                Needed = Number(NeededKey),
                Minimum = Number(MinimumKey),
                ActualKind = Text(ActualKindKey),
                Holder = Text(HolderKey),
                Since = KernelVersion.TryParse(Text(SinceKey)),
                Owner = Text(OwnerKey),
                Compared = Number(ComparedKey),
                Bound = Text(BoundKey),
            }
            : null;

        string? Text(string key) => diagnostic.Properties.TryGetValue(key, out var text) ? text : null;

        long? Number(string key) => Text(key) is { } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Reads one line: the variable, a colon, the kind. What stands for a variable may have a colon itself.</summary>
    private static (string Subject, string? Kind) ReadHeld(string line)
    {
        var colon = line.LastIndexOf(':');
        return (line.Substring(0, colon), colon + 1 < line.Length ? line.Substring(colon + 1) : null);
    }
}
