using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>A <c>foreach</c> over an array, a span or an inline array, which is a loop over an index.</summary>
/// <param name="Source">The expression that is enumerated.</param>
/// <param name="Element">The type of an element.</param>
/// <param name="Memory">The pointer to the elements.</param>
/// <param name="Index">The index of the current element.</param>
/// <param name="Expression">The syntax of the expression: what the compiler adds to the loop has it too.</param>
internal sealed record IndexedEnumeration(IOperation Source, IrType Element, Local Memory, Local Index, SyntaxNode Expression);
