namespace Dynptrs.Verifier.Contracts;

/// <summary>What the section of a program says about it.</summary>
/// <param name="Section">The section string.</param>
/// <param name="Type">The program type without prefix, or <see langword="null"/> where it is that of another program, which this one replaces.</param>
/// <param name="IsSleepable">Whether it may sleep.</param>
/// <param name="HasTrustedArguments">
/// Whether the objects that it is given are trusted. A traced function may be called with anything, so what it was called with is not.
/// </param>
#if DYNPTRS_GENERATORS
internal // The generators compile this file, too: what they share with the analyzer is not theirs to show.
#else
public
#endif
sealed record ProgramFacts(string Section, string? Type, bool IsSleepable, bool HasTrustedArguments)
{
    /// <summary>Whether the kernel gives each of its larger frames memory of its own, so that they do not add up.</summary>
    public bool HasPrivateStack { get; init; }
}
