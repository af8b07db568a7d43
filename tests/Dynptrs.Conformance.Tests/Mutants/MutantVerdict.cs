namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>What is said of a mutant.</summary>
internal enum MutantVerdict
{
    /// <summary>It is no C# any more; the analyzer has seen it all the same.</summary>
    DoesNotCompile,

    /// <summary>The analyzer finds nothing wrong.</summary>
    Accepted,

    /// <summary>The analyzer finds a mistake.</summary>
    Rejected,

    /// <summary>It exceeds the budgets of the verifier, which therefore refuses it.</summary>
    TooComplex,
}
