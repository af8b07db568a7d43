using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Tests.Programs.Kernel;

/// <summary>What programs of a section may return.</summary>
/// <param name="Section">The section.</param>
/// <param name="Type">The program type without prefix.</param>
/// <param name="Result">The bounds that the refusal of an unknown number named; <see langword="null"/> where it was accepted.</param>
/// <param name="Accept">The constants that were accepted.</param>
/// <param name="Reject">The constants that were rejected.</param>
internal sealed record ResultAnswer(
    string Section,
    string Type,
    ImmutableArray<long>? Result,
    ImmutableArray<long> Accept,
    ImmutableArray<long> Reject);
