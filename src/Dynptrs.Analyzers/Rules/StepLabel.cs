using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The labels of the steps on a path.</summary>
internal static class StepLabel
{
    /// <summary>The label of an exit on which a reference is lost or a region is open; the code fixes look for it.</summary>
    public const string Leaves = "leaves here";

    /// <summary>The label of the mistake itself when the diagnostic stands at the call that leads there.</summary>
    public const string Offence = "goes wrong here";

    /// <summary>The label of the slice that is used.</summary>
    public const string Sliced = "slice taken here";

    /// <summary>The label of memory of the function's own.</summary>
    public const string Allocated = "set aside here";

    /// <summary>The label of a release.</summary>
    public const string Released = "released here";

    /// <summary>The label of a variable that is made anew.</summary>
    public const string Overwritten = "overwritten here";

    /// <summary>The label of a call that moves the data of a packet.</summary>
    public const string PacketChanged = "the packet may change here";

    /// <summary>The label of what enters a region.</summary>
    public const string Entered = "entered here";

    /// <summary>The label of what makes a reference.</summary>
    public const string Acquired = "acquired here";

    public static string Of(TraceStep step) => step.Kind switch
    {
        TraceStepKind.Loaded => $"{FindingText.Quote(step.Subject)} is {step.Detail}",
        TraceStepKind.Acquired => Acquired,
        TraceStepKind.Initialized => "made here",
        TraceStepKind.Cloned => $"cloned from {FindingText.Quote(step.Detail)} here",
        TraceStepKind.Sliced => Sliced,
        TraceStepKind.Looked => "may be null since here",
        TraceStepKind.PacketRead => "read from the context here",
        TraceStepKind.Allocated => Allocated,
        TraceStepKind.Derived => $"taken from {FindingText.Quote(step.Detail)} here",
        TraceStepKind.Released => Released,
        TraceStepKind.Overwritten => Overwritten,
        TraceStepKind.PacketChanged => PacketChanged,
        TraceStepKind.RegionEntered => Entered,
        TraceStepKind.RegionLeft => "left here",
        TraceStepKind.FoundNull => $"taken when {FindingText.Quote(step.Subject)} is null",
        TraceStepKind.FoundNotNull => $"taken when {FindingText.Quote(step.Subject)} is not null",
        TraceStepKind.BranchTrue when ForEachTest.Source(step.Site) is not null => "taken in another round",
        TraceStepKind.BranchFalse when ForEachTest.Source(step.Site) is not null => "taken when the loop is over",
        TraceStepKind.BranchTrue => "taken when this is true",
        TraceStepKind.BranchFalse => "taken when this is false",
        TraceStepKind.Called => $"calls {FindingText.Quote(step.Detail)} here",
        TraceStepKind.CalledBack => $"runs {FindingText.Quote(step.Detail)} as a callback",
        TraceStepKind.Thrown => "throws here",
        TraceStepKind.Borrowed => "lent here",
        TraceStepKind.Given => "handed in here",
        _ => throw new System.ArgumentOutOfRangeException(nameof(step), step.Kind, "The step has no label."),
    };
}
