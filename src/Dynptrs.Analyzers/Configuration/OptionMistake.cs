using System.Linq;
using Dynptrs.Analyzers.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Configuration;

/// <summary>An option that is not understood.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="First">The first argument of its message.</param>
/// <param name="Second">The second argument of its message.</param>
internal sealed record OptionMistake(DiagnosticDescriptor Descriptor, string First, string Second)
{
    private const int MaxDistance = 6;

    public static OptionMistake OfKernelVersion(string key, string value) => new(ProgramDiagnostics.InvalidKernelVersion, value, key);

    public static OptionMistake OfValue(string key, string value, string values) =>
        new(OptionDiagnostics.NotUnderstood, value, $"is no value of `{key}`, so its default holds: write {values}");

    public static OptionMistake OfName(string key)
    {
        var nearest = FileOptions.Keys.OrderBy(candidate => EditDistance.Between(key, candidate)).First();
        var hint = EditDistance.Between(key, nearest) <= MaxDistance
            ? $": is `{nearest}` meant?"
            : $": there are {string.Join(", ", FileOptions.Keys.Select(name => $"`{name}`"))}";
        return new OptionMistake(OptionDiagnostics.NotUnderstood, key, "is no option" + hint);
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location.None, First, Second);
}
