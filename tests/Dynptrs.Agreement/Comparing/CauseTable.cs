using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dynptrs.Agreement.Comparing;

/// <summary>The programs on which a kernel does not agree, by what both say, the most frequent first.</summary>
internal sealed class CauseTable(string kernel, IEnumerable<Comparison> comparisons)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        var causes = comparisons.Where(comparison => !comparison.Agrees)
            .GroupBy(comparison => (comparison.Outcome, comparison.Cause))
            .OrderByDescending(cause => cause.Count())
            .ThenBy(cause => cause.Key.Cause, StringComparer.Ordinal);
        foreach (var cause in causes)
        {
            var names = string.Join(", ", cause.Select(comparison => comparison.Program.Name).Take(8));
            text.Append(
                CultureInfo.InvariantCulture,
                $"{kernel}: {cause.Count()} times: {cause.Key.Outcome}: {cause.Key.Cause}: {names}\n");
        }

        return text.ToString();
    }
}
