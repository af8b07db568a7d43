using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>A program of the corpus with one change.</summary>
/// <param name="Program">The program.</param>
/// <param name="Kind">What was done to it.</param>
/// <param name="Description">Where, in the program's own words.</param>
/// <param name="Changes">The change to the text.</param>
internal sealed record Mutant(MutantProgram Program, MutantKind Kind, string Description, ImmutableArray<TextChange> Changes)
{
    public override string ToString() => $"{Program.Suite}, {Program.Name}: {Kind}: {Description}";
}
