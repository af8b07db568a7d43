namespace Dynptrs.Generators.Stubs;

/// <summary>An element of a documentation comment.</summary>
/// <param name="Parameter">The name of the parameter that it is about, or empty.</param>
/// <param name="Text">The element.</param>
internal sealed record DocumentationElement(string Parameter, string Text);
