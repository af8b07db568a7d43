namespace Dynptrs.Verifier.Domain;

/// <summary>The test whose outcome a bool holds: when the bool is learned, so is what was tested.</summary>
internal abstract class Outcome;
