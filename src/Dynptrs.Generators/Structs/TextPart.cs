namespace Dynptrs.Generators.Structs;

/// <summary>A name and a value in the text of a struct.</summary>
/// <param name="Label">The name.</param>
/// <param name="Expression">The expression that stands in the interpolated string.</param>
internal sealed record TextPart(string Label, string Expression);
