using System.Collections.Immutable;
using Dynptrs.Conformance.Tests.Cases;

namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>What became of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Treatment">How the corpus treats it.</param>
/// <param name="Rules">The rules, or the errors of C#, that refuse it.</param>
/// <param name="Disagreement">Why this does not agree with the kernel, or <see langword="null"/> when it does.</param>
internal sealed record CaseVerdict(VerifierCase Case, Treatment Treatment, ImmutableArray<string> Rules, string? Disagreement);
