using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>The bits of a field that a property stands for.</summary>
/// <param name="Field">The field.</param>
/// <param name="Offset">The lowest of the bits, counted in host order.</param>
/// <param name="Width">How many bits there are.</param>
/// <param name="IsNetworkOrder">Whether the field is in network order.</param>
internal sealed record FieldBits(IFieldSymbol Field, int Offset, int Width, bool IsNetworkOrder)
{
    /// <summary>Whether a field of so many bytes has the bits.</summary>
    public bool Fits(int size) => Offset >= 0 && Width > 0 && Width <= (8 * size) - Offset;
}
