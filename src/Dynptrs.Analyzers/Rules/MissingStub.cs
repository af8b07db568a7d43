using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>What the diagnostic of a call that finds no stub tells its code fix: the generators write it.</summary>
/// <param name="Since">The oldest kernel that has the helper.</param>
internal readonly record struct MissingStub(string Since)
{
    private const string SinceKey = "since";

    /// <summary>The properties of a diagnostic that tell it.</summary>
    public ImmutableDictionary<string, string?> Write() => ImmutableDictionary<string, string?>.Empty.Add(SinceKey, Since);

    /// <summary>What a diagnostic tells, or <see langword="null"/> where it tells no such thing.</summary>
    public static MissingStub? TryRead(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SinceKey, out var since) && since is not null ? new MissingStub(since) : null;
}
