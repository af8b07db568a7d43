using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>Finds the bodies of methods of the compilation.</summary>
internal sealed class MethodBodies(Compilation compilation)
{
    /// <summary>The syntax of a method's body and what is around it, or <see langword="null"/> where there is none.</summary>
    public static SyntaxNode? Declaration(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        foreach (var reference in definition.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellationToken);
            switch (syntax)
            {
                case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }:
                case AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                    continue;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax:
                    return syntax;
                case PropertyDeclarationSyntax { ExpressionBody: { } body }:
                    return body;
                case IndexerDeclarationSyntax { ExpressionBody: { } body }:
                    return body;
            }
        }

        return null;
    }

    /// <summary>Whether something in a body does not compile.</summary>
    public static bool HasErrors(IOperation operation)
    {
        if (operation.Kind == OperationKind.Invalid)
            return true;
        foreach (var child in operation.ChildOperations)
        {
            if (HasErrors(child))
                return true;
        }

        return false;
    }

    /// <summary>The control flow graph of a body, or <see langword="null"/> where it does not compile.</summary>
    public ControlFlowGraph? Graph(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        if (!compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            return null;
        var operation = compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration, cancellationToken);
        while (operation?.Parent is { } parent)
            operation = parent;
        if (operation is null || HasErrors(operation))
            return null;
        return operation switch
        {
            IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellationToken),
            IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellationToken),
            IBlockOperation block => ControlFlowGraph.Create(block, cancellationToken),
            _ => null,
        };
    }
}
