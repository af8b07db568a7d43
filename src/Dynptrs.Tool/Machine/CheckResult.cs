namespace Dynptrs.Tool.Machine;

/// <summary>What a check found.</summary>
/// <param name="Subject">What was looked for.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Found">What there is.</param>
/// <param name="Remedy">How to get what is missing; empty where nothing is.</param>
internal sealed record CheckResult(string Subject, CheckState State, string Found, string Remedy = "");
