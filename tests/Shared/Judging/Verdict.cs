namespace Dynptrs.Testing.Judging;

/// <summary>What the kernel says of a program.</summary>
/// <param name="Answer">Whether it loads it.</param>
/// <param name="Log">Why not.</param>
internal sealed record Verdict(Answer Answer, string Log);
