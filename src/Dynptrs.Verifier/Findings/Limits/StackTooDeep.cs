using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>Functions that call one another take more stack together than there is.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about: the function that is called.</param>
/// <param name="Chain">The frames, the outermost first.</param>
/// <param name="Limit">How many bytes there are.</param>
public sealed record StackTooDeep(Site Site, string Subject, StackChain Chain, int Limit) : Finding(Site, Subject);
