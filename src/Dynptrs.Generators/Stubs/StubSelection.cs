using System;
using System.Linq;
using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Stubs;

/// <summary>Which helpers a class of stubs is to have.</summary>
/// <param name="Kernel">The kernel that it is written for, or <see langword="null"/> for the newest.</param>
/// <param name="Include">The names to emit, each perhaps with a star at its end; all when it is empty.</param>
/// <param name="Exclude">The names to leave out.</param>
/// <param name="Programs">The program types of which one must be able to call the helper; all when it is empty.</param>
internal sealed record StubSelection(
    KernelVersion? Kernel,
    EquatableArray<string> Include,
    EquatableArray<string> Exclude,
    EquatableArray<string> Programs)
{
    /// <summary>Whether a helper gets a stub.</summary>
    public bool Has(Helper helper) =>
        !IsTooNew(helper)
        && (Include.Count == 0 || Include.Any(pattern => Matches(pattern, helper.Name)))
        && !Exclude.Any(pattern => Matches(pattern, helper.Name))
        && (Programs.Count == 0 || Programs.Any(type => IsAllowedIn(helper, type)));

    /// <summary>Whether the kernel lacks a helper.</summary>
    public bool IsTooNew(Helper helper) =>
        Kernel is not null && KernelVersion.TryParse(helper.Since) is { } since && since.CompareTo(Kernel) > 0;

    /// <summary>Whether a name is meant by a pattern: the same, or with the same start where the pattern ends in a star.</summary>
    public static bool Matches(string pattern, string name) => pattern.EndsWith("*", StringComparison.Ordinal)
        ? name.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
        : name == pattern;

    private static bool IsAllowedIn(Helper helper, string type) =>
        helper.ProgramTypes.Count > 0 ? helper.ProgramTypes.Contains(type) : !helper.ExceptProgramTypes.Contains(type);
}
