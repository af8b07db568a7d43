namespace Dynptrs.Verifier.Contracts;

/// <summary>What a declaration says about a region.</summary>
/// <param name="Region">The region.</param>
/// <param name="Effect">What a call has to do with it.</param>
/// <param name="Parameter">
/// The parameter whose lock or owner it is about, <see cref="Result"/>, or -1 for the one region of the type.
/// </param>
public sealed record RegionUse(RegionContract Region, RegionEffect Effect, int Parameter)
{
    /// <summary>Stands for what is returned in the place of a parameter.</summary>
    public const int Result = -2;
}
