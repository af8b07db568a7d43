using System.Collections.Generic;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The runs of a program that were made already: one with the same choices shows nothing new.</summary>
internal sealed class KnownRuns
{
    /// <summary>By a hash of the choices so far, how many there are to choose from next; 0 at the end of a run.</summary>
    private readonly Dictionary<long, int> _counts = [];

    public bool Contains(int[] choices)
    {
        var path = 0L;
        for (var i = 0; _counts.TryGetValue(path, out var count); i++)
        {
            if (count == 0)
                return true;
            path = Append(path, i < choices.Length ? choices[i] % count : 0);
        }

        return false;
    }

    public void Add(int[] choices, IReadOnlyList<int> counts)
    {
        var path = 0L;
        for (var i = 0; i < counts.Count; i++)
        {
            _counts[path] = counts[i];
            path = Append(path, i < choices.Length ? choices[i] % counts[i] : 0);
        }

        _counts[path] = 0;
    }

    private static long Append(long path, int choice) => unchecked(((path * 6364136223846793005) + choice + 1) * 1442695040888963407);
}
