using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>A region that was entered and not left yet.</summary>
/// <param name="Contract">What its declaration says.</param>
/// <param name="Key">The lock, or the reference of the owner, through which it was entered; <see langword="null"/> for neither.</param>
/// <param name="Entered">Where.</param>
internal sealed record OpenRegion(RegionContract Contract, object? Key, Site Entered);
