namespace Dynptrs.Generators.Bodies;

/// <summary>A check of an argument.</summary>
/// <param name="Condition">When it fails, as an expression.</param>
/// <param name="Then">What follows: the statement that throws or answers.</param>
internal sealed record HelperCheck(string Condition, string Then);
