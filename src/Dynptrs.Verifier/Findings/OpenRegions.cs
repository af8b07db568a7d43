using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Findings;

/// <summary>Regions as a person knows them.</summary>
internal static class OpenRegions
{
    public static EnteredRegion Of(OpenRegion region) => new(region.By, region.Subject, region.Entered, region.Contract);
}
