using Microsoft.CodeAnalysis;

namespace Dynptrs.Emit.Programs;

/// <summary>Why a program is not emitted.</summary>
/// <param name="Location">Where in the source.</param>
/// <param name="Message">Why, in one sentence.</param>
/// <param name="Diagnostic">What the verifier says, where it refuses the program.</param>
public sealed record EmissionProblem(Location Location, string Message, Diagnostic? Diagnostic = null)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var position = Location.GetLineSpan();
        return $"{position.Path}({position.StartLinePosition.Line + 1},{position.StartLinePosition.Character + 1}): {Message}";
    }
}
