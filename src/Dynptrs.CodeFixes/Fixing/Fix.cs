namespace Dynptrs.CodeFixes.Fixing;

/// <summary>A change that fixes a diagnostic; the verifier has accepted it.</summary>
/// <param name="Title">What it does, for the person who chooses.</param>
/// <param name="Key">The same for the same change elsewhere.</param>
/// <param name="After">The code with the change.</param>
internal sealed record Fix(string Title, string Key, FixContext After);
