using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>Finds what the declarations of fields give them.</summary>
internal sealed class FieldInitializers(Compilation compilation)
{
    /// <summary>The declaration of a field, or <see langword="null"/> where it is not in this compilation.</summary>
    public VariableDeclaratorSyntax? Declaration(IFieldSymbol field, CancellationToken cancellationToken) =>
        field.OriginalDefinition.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax declarator
        && compilation.ContainsSyntaxTree(declarator.SyntaxTree)
            ? declarator
            : null;

    /// <summary>The value in the declaration of a field, or <see langword="null"/> where there is none.</summary>
    public IOperation? Value(IFieldSymbol field, CancellationToken cancellationToken) =>
        Declaration(field, cancellationToken) is { Initializer.Value: { } value }
            ? compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value, cancellationToken)
            : null;
}
