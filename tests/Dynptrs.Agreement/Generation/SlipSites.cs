using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Agreement.Generation;

/// <summary>Where a program could have a mistake, and which of these places has one.</summary>
/// <param name="chosen">The mistake, and which of its places it is; none by default.</param>
internal sealed class SlipSites((Slip Slip, int Site)? chosen = null)
{
    private readonly SortedDictionary<Slip, int> _sites = [];

    /// <summary>Whether the mistake is made here.</summary>
    public bool IsHere(Slip slip)
    {
        var site = _sites.GetValueOrDefault(slip);
        _sites[slip] = site + 1;
        return chosen == (slip, site);
    }

    /// <summary>One of the mistakes that could have been made.</summary>
    public (Slip Slip, int Site)? Choose(Random random)
    {
        if (_sites.Count == 0)
            return null;
        var (slip, sites) = _sites.ElementAt(random.Next(_sites.Count));
        return (slip, random.Next(sites));
    }
}
