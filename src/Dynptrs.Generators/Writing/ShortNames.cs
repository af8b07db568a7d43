using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Generators.Declarations;

namespace Dynptrs.Generators.Writing;

/// <summary>Makes full names in generated code short, where they mean the same: it is read by people.</summary>
internal sealed class ShortNames(TypeFrame frame, IEnumerable<string> taken)
{
    private const string Global = "global::";

    private static readonly Regex FullName = new(Global + @"@?\w+(?:\.@?\w+)*", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _known = [];

    private readonly HashSet<string> _taken = [.. frame.Taken, .. taken.Select(name => name.TrimStart('@'))];

    /// <summary>The namespaces that the short names need.</summary>
    public SortedSet<string> Imports { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Shortens the names in some code.</summary>
    // What a file imports outside of a namespace may clash with what the project imports, so there all stays in full.
    public string Shorten(string text) => frame.Namespace.Length == 0 ? text : FullName.Replace(text, match => Find(match.Value));

    private string Find(string name)
    {
        if (!_known.TryGetValue(name, out var known))
            _known.Add(name, known = Shorten(name.Substring(Global.Length).Split('.')) ?? name);
        return known;
    }

    private string? Shorten(string[] path)
    {
        for (var i = 1; i < path.Length; i++)
        {
            var scope = string.Join(".", path.Take(i));
            var name = path[i].TrimStart('@');
            var isHere = scope == frame.Namespace;
            var isImported = scope == ImportedNames.Runtime
                || (ImportedNames.OfFramework.TryGetValue(name, out var known) && known == scope);
            if ((!isHere && !isImported) || _taken.Contains(name))
                continue;
            if (!isHere)
                Imports.Add(scope);
            return string.Join(".", path.Skip(i));
        }

        return null;
    }
}
