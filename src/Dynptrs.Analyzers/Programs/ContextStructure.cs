using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Programs;

/// <summary>What the kernel gives to programs of some types.</summary>
/// <param name="Name">The kernel's name of its type.</param>
/// <param name="Users">The program types that are given it, without prefix.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record ContextStructure(string Name, ImmutableArray<string> Users, ImmutableArray<ContextField> Fields);
