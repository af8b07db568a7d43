using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>A method calls what ends it, and those that call the method take more stack than there may be then.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of what is called.</param>
/// <param name="Chain">The frames above the method, the outermost first.</param>
/// <param name="Limit">How many bytes they may take.</param>
public sealed record StackAboveEnd(Site Site, string Subject, StackChain Chain, int Limit) : Finding(Site, Subject);
