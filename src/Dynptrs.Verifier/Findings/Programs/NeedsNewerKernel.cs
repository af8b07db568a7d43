using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A helper is called that the oldest kernel of the project does not have.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call.</param>
/// <param name="IsAsked">Whether the program asks if the kernel has it, and calls it where the answer is no.</param>
public sealed record NeedsNewerKernel(Site Site, string Subject, HelperUse Use, bool IsAsked) : HelperFinding(Site, Subject, Use);
