using System;

namespace Dynptrs.Analyzers.Programs;

/// <summary>How many letters must be changed to make one word of another.</summary>
internal static class EditDistance
{
    /// <summary>The number of letters that are inserted, removed or replaced, two that are swapped counted once.</summary>
    public static int Between(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                distances[i, j] = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
            }
        }

        return distances[left.Length, right.Length];
    }
}
