using System;
using System.Collections.Immutable;

namespace Dynptrs.Agreement.Comparing;

/// <summary>What two verdicts on a program come to, in words.</summary>
internal static class Outcomes
{
    public const string BothAccept = "both accept";
    public const string BothRefuse = "both refuse";
    public const string CompilerDecides = "the compiler decides";
    public const string Missed = "accepted here, refused there";
    public const string FalseAlarm = "refused here, accepted there";
    public const string NotJudged = "not judged";

    /// <summary>All that there are without other kernels.</summary>
    public static ImmutableArray<string> All { get; } = [BothAccept, BothRefuse, CompilerDecides, Missed, FalseAlarm, NotJudged];

    /// <summary>The verdict is ours in another kernel.</summary>
    public static string DiffersFrom(string kernel) => $"differs from {kernel}";

    /// <summary>The folder of programs that came to an outcome.</summary>
    public static string FolderOf(string outcome) => outcome.Replace(",", "", StringComparison.Ordinal).Replace(' ', '-');
}
