using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Agreement.Mutations;

/// <summary>One small mistake, as a person makes it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Apply">The changes of the body of a program; none where it has no place there.</param>
internal sealed record Mutation(string Name, Func<BlockSyntax, SemanticModel, Random, Change[]> Apply);
