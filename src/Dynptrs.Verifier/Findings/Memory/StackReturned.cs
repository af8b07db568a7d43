using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A function returns a pointer into its own stack, which is gone then, or an address of a caller's.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="IsCallers">Whether it is the stack of a caller.</param>
public sealed record StackReturned(Site Site, string Subject, bool IsCallers) : Finding(Site, Subject);
