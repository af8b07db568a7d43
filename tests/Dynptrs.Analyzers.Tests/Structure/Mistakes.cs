using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Analyzers.Tests.Structure;

/// <summary>What a rule of the house finds wrong.</summary>
internal static class Mistakes
{
    /// <summary>Fails with all that is wrong, in full.</summary>
    public static void AssertNone(IEnumerable<string> mistakes)
    {
        var all = mistakes.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}
