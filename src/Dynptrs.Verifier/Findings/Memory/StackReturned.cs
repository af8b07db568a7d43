using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A function returns a pointer into its own stack, which is gone then.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record StackReturned(Site Site, string Subject) : Finding(Site, Subject);
