using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A variable of numbers whose address a call is given, behind which the kernel knows less of them.</summary>
/// <param name="Variable">The name of the variable.</param>
/// <param name="Callee">What is called.</param>
/// <param name="Site">The call.</param>
public sealed record GivenAddress(string Variable, string Callee, Site Site);
