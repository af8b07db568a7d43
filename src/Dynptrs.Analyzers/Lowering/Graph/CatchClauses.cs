using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>Tells which handlers catch which exceptions.</summary>
internal static class CatchClauses
{
    /// <summary>Whether a handler around a region may catch an exception.</summary>
    public static bool MayBeCaught(ControlFlowRegion? region, ITypeSymbol? thrown)
    {
        for (; region is not null; region = Regions.Outer(region))
        {
            if (region
                is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } protectedRegion })
            {
                continue;
            }

            for (var i = 1; i < protectedRegion.NestedRegions.Length; i++)
            {
                if (Matches(protectedRegion.NestedRegions[i], thrown) != false)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a handler catches an exception: yes, no, or perhaps.</summary>
    public static bool? Matches(ControlFlowRegion handler, ITypeSymbol? thrown)
    {
        if (CatchesAll(handler))
            return true;
        var caught = CaughtType(handler);
        if (thrown is null || caught is null)
            return null;
        if (DerivesFrom(thrown, caught))
            return handler.Kind == ControlFlowRegionKind.FilterAndHandler ? null : true;
        return DerivesFrom(caught, thrown) ? null : false;
    }

    /// <summary>Whether a handler catches every exception.</summary>
    public static bool CatchesAll(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.Catch
        && CaughtType(handler) is null or { SpecialType: SpecialType.System_Object }
            or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static ITypeSymbol? CaughtType(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.FilterAndHandler
            ? handler.NestedRegions[0].ExceptionType ?? handler.ExceptionType
            : handler.ExceptionType;

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, ancestor))
                return true;
        }

        return false;
    }
}
