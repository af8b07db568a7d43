namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>A mutant that lacks a release or a null check and is right all the same.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Program">The program.</param>
/// <param name="Kind">What it lacks.</param>
/// <param name="Statement">The statement that is gone.</param>
/// <param name="Reason">Why it is right without.</param>
internal sealed record AcceptedMutant(string Suite, string Program, string Kind, string Statement, string Reason)
{
    public override string ToString() => $"{Suite}, {Program}: {Kind}: {Statement}";
}
