using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Agreement.Mutations;

/// <summary>A part of a text, and what stands there instead.</summary>
/// <param name="Span">The part.</param>
/// <param name="Text">What stands there instead.</param>
internal readonly record struct Change(TextSpan Span, string Text);
