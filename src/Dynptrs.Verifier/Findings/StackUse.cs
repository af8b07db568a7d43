using Dynptrs.Verifier.Facts;

namespace Dynptrs.Verifier.Findings;

/// <summary>The stack that one frame takes.</summary>
/// <param name="Function">The name of the function.</param>
/// <param name="Bytes">How many bytes it takes.</param>
/// <param name="Largest">What takes most of them.</param>
public sealed record StackUse(string Function, int Bytes, StackPart Largest);
