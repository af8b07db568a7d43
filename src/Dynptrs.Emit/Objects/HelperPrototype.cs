using System.Collections.Immutable;

namespace Dynptrs.Emit.Objects;

/// <summary>What C must know of a helper to call it.</summary>
/// <param name="Result">The type of what it returns.</param>
/// <param name="Parameters">The types of its parameters.</param>
/// <param name="Names">What the parameters are called.</param>
internal sealed record HelperPrototype(string Result, ImmutableArray<string> Parameters, ImmutableArray<string> Names);
