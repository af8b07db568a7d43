namespace Dynptrs.Fuzz.Mutations;

/// <summary>A text, and what was done to get it.</summary>
/// <param name="Text">The text.</param>
/// <param name="How">The mutations.</param>
internal sealed record Mutant(string Text, string How);
