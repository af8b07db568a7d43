using System.Collections.Immutable;

namespace Dynptrs.Emit.Programs;

/// <summary>Programs that are loaded together, as C.</summary>
/// <param name="Name">The name of the class that holds them.</param>
/// <param name="Programs">The names of the programs, in their order.</param>
/// <param name="Source">The C, or <see langword="null"/> where something has no form in it.</param>
/// <param name="Problems">Why programs are missing.</param>
public sealed record EmittedObject(
    string Name,
    ImmutableArray<string> Programs,
    string? Source,
    ImmutableArray<EmissionProblem> Problems);
