using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>Which slices a call makes invalid.</summary>
/// <param name="When">The kinds of the parameter's owner for which the rule holds; empty for every kind.</param>
/// <param name="Of">The kinds whose tagged slices become invalid; empty for the slices of the parameter's owner.</param>
public sealed record SliceInvalidation(ImmutableArray<string> When, ImmutableArray<string> Of);
