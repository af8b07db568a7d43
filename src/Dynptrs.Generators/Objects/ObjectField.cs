using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Objects;

/// <summary>A field that a skeleton gives access to.</summary>
/// <param name="Name">Its name, escaped.</param>
/// <param name="Type">Its type.</param>
/// <param name="Access">Who may see its type.</param>
internal sealed record ObjectField(string Name, string Type, Accessibility Access);
