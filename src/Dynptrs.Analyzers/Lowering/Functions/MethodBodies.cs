using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>Finds what the members of the compilation run: bodies of methods, and the values that fields and properties are declared with.</summary>
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
                case TypeDeclarationSyntax { BaseList: { } bases } when HasArguments(bases):
                    return syntax;
                case PropertyDeclarationSyntax { ExpressionBody: { } body }:
                    return body;
                case IndexerDeclarationSyntax { ExpressionBody: { } body }:
                    return body;
            }
        }

        return null;
    }

    /// <summary>The file that holds what a member runs, or <see langword="null"/> where it runs nothing.</summary>
    public static SyntaxTree? File(ISymbol member, CancellationToken cancellationToken) =>
        (member is IMethodSymbol method ? Declaration(method, cancellationToken) : Initializer(member, cancellationToken))?.SyntaxTree;

    /// <summary>The operations that a member runs, as an analyzer is given them; none where it runs nothing.</summary>
    public ImmutableArray<IOperation> Operations(ISymbol member, CancellationToken cancellationToken)
    {
        var declaration = member is IMethodSymbol method ? Declaration(method, cancellationToken) : Initializer(member, cancellationToken);
        if (declaration is null || !compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            return [];
        return compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration, cancellationToken) switch
        {
            null => [],
            IConstructorBodyOperation constructor => [.. constructor.ChildOperations],
            var operation => [operation],
        };
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
            IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellationToken),
            IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellationToken),
            _ => null,
        };
    }

    /// <summary>The value that a field or a property is declared with, or <see langword="null"/> where there is none.</summary>
    public static EqualsValueClauseSyntax? Initializer(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in member.OriginalDefinition.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case VariableDeclaratorSyntax { Initializer: { } value } when member is IFieldSymbol { IsConst: false } or IEventSymbol:
                    return value;
                case PropertyDeclarationSyntax { Initializer: { } value }:
                    return value;
            }
        }

        return null;
    }

    /// <summary>Whether a primary constructor hands arguments to that of its base.</summary>
    private static bool HasArguments(BaseListSyntax bases)
    {
        foreach (var type in bases.Types)
        {
            if (type is PrimaryConstructorBaseTypeSyntax)
                return true;
        }

        return false;
    }
}
