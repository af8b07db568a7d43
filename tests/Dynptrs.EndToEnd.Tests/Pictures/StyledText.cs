namespace Dynptrs.EndToEnd.Tests.Pictures;

/// <summary>A piece of a line in a picture.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">The classes of the style sheet that it is drawn with; empty for the plain style.</param>
internal sealed record StyledText(string Text, string Style = "");
