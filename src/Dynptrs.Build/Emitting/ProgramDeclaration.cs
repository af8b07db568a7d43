using Microsoft.CodeAnalysis;

namespace Dynptrs.Build.Emitting;

/// <summary>A program of a project.</summary>
/// <param name="Object">The full name of the class that it is loaded with.</param>
/// <param name="Method">The method.</param>
/// <param name="Section">Its section.</param>
/// <param name="Type">Its type, without the prefix <c>BPF_PROG_TYPE_</c>; <see langword="null"/> for an unknown section.</param>
public sealed record ProgramDeclaration(string Object, IMethodSymbol Method, string Section, string? Type)
{
    /// <summary>Its name.</summary>
    public string Name => Method.Name;

    /// <summary>Its name, with that of its class.</summary>
    public string QualifiedName => $"{Method.ContainingType.Name}.{Method.Name}";
}
