using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>Finds what the members of the compilation run: bodies of methods, and the values that fields and properties are declared with.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="asksCompiler">
/// Whether the compiler is asked what does not compile in a body. It binds the body again for that, so that it is asked only about those
/// in which something is found: until then, what it leaves in the operations must do.
/// </param>
internal sealed class MethodBodies(Compilation compilation, bool asksCompiler)
{
    private const string EndIsReached = "CS0161";
    private const string EndOfLambdaIsReached = "CS1643";

    private readonly ConcurrentDictionary<SyntaxNode, BodyErrors> _errors = new();

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

    /// <summary>What of a body does not compile.</summary>
    /// <param name="declaration">The body and what is around it.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public BodyErrors Errors(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        if (asksCompiler)
        {
            return _errors.TryGetValue(declaration, out var known)
                ? known
                : _errors.GetOrAdd(declaration, FindErrors(declaration, AskCompiler(declaration, cancellationToken)));
        }

        return declaration.SyntaxTree.GetRoot(cancellationToken).ContainsDiagnostics
            ? FindErrors(declaration, declaration.GetDiagnostics())
            : BodyErrors.None;
    }

    /// <summary>The control flow graph of a body, or <see langword="null"/> where there is none.</summary>
    public ControlFlowGraph? Graph(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        if (!compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            return null;
        var operation = compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration, cancellationToken);
        while (operation?.Parent is { } parent)
            operation = parent;
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

    private ImmutableArray<Diagnostic> AskCompiler(SyntaxNode declaration, CancellationToken cancellationToken) =>
        compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            ? compilation.GetSemanticModel(declaration.SyntaxTree).GetDiagnostics(declaration.Span, cancellationToken)
            : [];

    private static BodyErrors FindErrors(SyntaxNode declaration, IEnumerable<Diagnostic> diagnostics)
    {
        if (!SyntaxErrors.IsWhole(declaration))
            return BodyErrors.Whole;
        var statements = new HashSet<SyntaxNode>();
        foreach (var diagnostic in diagnostics)
        {
            // Where the end of a body is reached though it should not be, the graph says so, too.
            if (diagnostic.DefaultSeverity != DiagnosticSeverity.Error || diagnostic.Id is EndIsReached or EndOfLambdaIsReached)
                continue;
            if (Innermost(declaration, diagnostic.Location.SourceSpan) is not { } statement)
                return BodyErrors.Whole;
            statements.Add(statement);
        }

        return BodyErrors.In(statements);
    }

    private static StatementSyntax? Innermost(SyntaxNode declaration, TextSpan span) =>
        declaration.FullSpan.Contains(span) ? BodyErrors.StatementOf(declaration.FindNode(span, getInnermostNodeForTie: true)) : null;
}
