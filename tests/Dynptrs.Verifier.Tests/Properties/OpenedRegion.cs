namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What the generator remembers of a region that is open.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="At">The handle or ref through which it was entered; -1 where none is here.</param>
/// <param name="IsCallers">Whether the callers of the function have entered it.</param>
/// <param name="IsLocking">Whether it is what keeps the handle or ref as it is.</param>
internal sealed record OpenedRegion(RegionKind Kind, int At, bool IsCallers = false, bool IsLocking = false);
