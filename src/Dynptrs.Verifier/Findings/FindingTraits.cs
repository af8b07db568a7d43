using System;

namespace Dynptrs.Verifier.Findings;

/// <summary>What holds for all findings of a kind.</summary>
[Flags]
public enum FindingTraits
{
    /// <summary>It is a mistake wherever it happens, and belongs to the function in which it happens.</summary>
    None = 0,

    /// <summary>Only program code is held to it.</summary>
    OnlyOfPrograms = 1,

    /// <summary>Only program code is held to it where it is not certain.</summary>
    OnlyOfProgramsUnlessCertain = 1 << 1,

    /// <summary>It is what stands at its place, whoever called the function: two programs that come upon it have one mistake.</summary>
    OfCallee = 1 << 2,

    /// <summary>It is the matter of the caller, not of the function in which it happens.</summary>
    OfCaller = 1 << 3,

    /// <summary>It is the matter of the function that is verified, wherever it happens.</summary>
    OfEntry = 1 << 4,

    /// <summary>
    /// It is about where an access to memory lies, or whether it may write, not about what has been acquired, released or found.
    /// </summary>
    OfExtent = 1 << 5,

    /// <summary>It is about the end of a loop.</summary>
    OfLoop = 1 << 6,

    /// <summary>It is about what did not happen: the way that was taken is all that explains it.</summary>
    OfOmission = 1 << 7,

    /// <summary>The verifier accepts it, and a person may still want to know.</summary>
    Suggestion = 1 << 8,

    /// <summary>It is about a function as a whole, not about anything in its body.</summary>
    OfDeclaration = 1 << 9,

    /// <summary>Its sentence names the branch that decides it.</summary>
    OfBranch = 1 << 10,

    /// <summary>
    /// Its sentence names the branch that decides it, of those alone whose other way gets to its place, too: that the place itself lies
    /// behind a branch, a person sees.
    /// </summary>
    OfBranchAround = 1 << 11,
}
