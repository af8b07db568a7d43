using Microsoft.CodeAnalysis;

namespace Dynptrs.Fuzz.Checks;

/// <summary>A document as it stands after a keystroke.</summary>
/// <param name="Document">The document, in a project that holds what was generated.</param>
/// <param name="Generated">What the generators have made.</param>
internal sealed record TypedDocument(Document Document, GeneratorDriverRunResult Generated);
