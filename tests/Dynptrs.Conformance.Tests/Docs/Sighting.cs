namespace Dynptrs.Conformance.Tests.Docs;

/// <summary>A program on the page of a rule, and what a person gets to see of its mistakes.</summary>
/// <param name="Program">The members of a class.</param>
/// <param name="Text">The diagnostics with their paths, as the page prints them.</param>
internal sealed record Sighting(string Program, string Text);
