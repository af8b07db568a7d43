using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A reference that is held.</summary>
/// <param name="Subject">The name of the variable that acquired it.</param>
/// <param name="Kind">Its kind, or <see langword="null"/>.</param>
/// <param name="Acquired">Where it was acquired.</param>
public sealed record HeldReference(string Subject, string? Kind, Site Acquired);
