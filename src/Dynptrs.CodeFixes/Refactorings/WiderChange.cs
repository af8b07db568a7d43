using System;
using Dynptrs.CodeFixes.Fixing;

namespace Dynptrs.CodeFixes.Refactorings;

/// <summary>A change of many places, which is made, and verified, when it is chosen.</summary>
/// <param name="Title">What it does, for the person who chooses.</param>
/// <param name="Key">The same for the same change elsewhere.</param>
/// <param name="Change">Makes it, or answers <see langword="null"/> where nothing can be changed.</param>
internal sealed record WiderChange(string Title, string Key, Func<FixContext, FixContext?> Change);
