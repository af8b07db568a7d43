using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>A contract attribute that names a parameter which the declaration does not have.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Name">The name that it gives.</param>
internal readonly record struct UnknownParameterName(AttributeData Attribute, string Name);
