using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>What the section of a program says about it, and the object that it belongs to.</summary>
/// <param name="Section">The section string.</param>
/// <param name="Type">
/// The program type without prefix, or <see langword="null"/> where it is that of another program, which this one replaces.
/// </param>
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
    /// <summary>The section without the place that it is attached to, such as <c>xdp/devmap</c> or <c>fentry</c>.</summary>
    public string Kind { get; init; } = Section;

    /// <summary>The numbers that the program may return, or <see langword="null"/> for any.</summary>
    public ValueRange? Result { get; init; }

    /// <summary>Whether only the low 32 bits of what the program returns count, as a signed number.</summary>
    public bool IsResultAnInt { get; init; }

    /// <summary>The kernel's types of the objects that the program is given to keep: it holds their references.</summary>
    public ImmutableArray<string> Gives { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The index of what the program is given that may be null, or -1.</summary>
    public int NullableArgument { get; init; } = -1;

    /// <summary>Whether the kernel loads the program only with a licence that is compatible with the GPL.</summary>
    public bool NeedsGpl { get; init; }

    /// <summary>The licence of the object that the program belongs to, or <see langword="null"/> where no object states one.</summary>
    public string? License { get; init; }

    /// <summary>
    /// Whether the licence is compatible with the GPL. A program of which no object is known is taken to have such a one.
    /// </summary>
    /// <remarks>Follows <c>license_is_gpl_compatible</c>.</remarks>
    public bool IsGplCompatible => License
        is null or "GPL" or "GPL v2" or "GPL and additional rights" or "Dual BSD/GPL" or "Dual MIT/GPL" or "Dual MPL/GPL";

    /// <summary>
    /// The same for a function of the program that is verified apart: what is asked of the program itself is not asked of that.
    /// </summary>
    public ProgramFacts ForFunction() =>
        this with { Result = null, License = NeedsGpl ? null : License, NeedsGpl = false };

    /// <summary>Whether the kernel gives each of its larger frames memory of its own, so that they do not add up.</summary>
    public bool HasPrivateStack { get; init; }
}
