using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Generators.Diagnostics;

/// <summary>An attribute of the runtime that a project uses without a reference to the runtime.</summary>
/// <param name="Target">The name of what carries it.</param>
/// <param name="Content">What would be generated.</param>
/// <param name="Name">The name of the attribute.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">Where it stands there.</param>
/// <param name="Lines">The same in lines.</param>
internal sealed record UnknownAttribute(string Target, string Content, string Name, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location Locate() => Location.Create(Path, Span, Lines);
}
