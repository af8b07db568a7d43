using System.Collections.Generic;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The additional locations of a diagnostic, oldest first, with a label for each.</summary>
internal sealed class DiagnosticPath
{
    private readonly List<Location> _locations = [];
    private readonly List<string> _labels = [];

    public IReadOnlyList<Location> Locations => _locations;

    public IReadOnlyList<string> Labels => _labels;

    public void Add(Site site, string label)
    {
        if (SiteLocation.TryGet(site) is not { } location)
            return;

        // What happens in each round of a loop is shown once, where it happened last.
        for (var i = _locations.Count - 1; i >= 0; i--)
        {
            if (_labels[i] == label && _locations[i] == location)
            {
                _locations.RemoveAt(i);
                _labels.RemoveAt(i);
            }
        }

        _locations.Add(location);
        _labels.Add(label);
    }
}
