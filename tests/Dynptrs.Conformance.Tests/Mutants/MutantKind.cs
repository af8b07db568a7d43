namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>What was done to a program.</summary>
internal enum MutantKind
{
    /// <summary>A statement was removed.</summary>
    RemovedStatement,

    /// <summary>Two adjacent statements were swapped.</summary>
    SwappedStatements,

    /// <summary>A release was moved to another place.</summary>
    MovedRelease,

    /// <summary>An argument was changed to another variable of the same type.</summary>
    ChangedArgument,

    /// <summary>A number was changed.</summary>
    ChangedConstant,

    /// <summary>A release was removed.</summary>
    RemovedRelease,

    /// <summary>A null check was removed: what it guarded is done without it.</summary>
    RemovedNullCheck,
}
