using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>A difference that is meant.</summary>
/// <param name="Field">The field.</param>
/// <param name="Reason">Why it differs.</param>
/// <param name="Members">The members in which it does.</param>
internal sealed record ListedDifference(string Field, string Reason, ImmutableArray<string> Members);
