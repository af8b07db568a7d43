using System;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Fuzz.Mutations;

/// <summary>One way to change a text.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Apply">Changes a text that was parsed; <see langword="null"/> where it has no place there.</param>
internal sealed record Mutation(string Name, Func<SyntaxNode, Random, string?> Apply);
