using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>What of a body does not compile. A path is followed up to there: what comes behind is not known yet.</summary>
internal sealed class BodyErrors
{
    private readonly HashSet<SyntaxNode> _statements;

    private BodyErrors(bool isWhole, HashSet<SyntaxNode> statements)
    {
        IsWhole = isWhole;
        _statements = statements;
    }

    /// <summary>No errors are known.</summary>
    public static BodyErrors None { get; } = new(isWhole: false, []);

    /// <summary>What the body consists of is not known: nothing of it is followed.</summary>
    public static BodyErrors Whole { get; } = new(isWhole: true, []);

    /// <summary>Whether nothing of the body is followed.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether anything does not compile.</summary>
    public bool Any => IsWhole || _statements.Count > 0;

    /// <summary>Some statements have errors; what stands in the statements inside of them is no part of these.</summary>
    public static BodyErrors In(HashSet<SyntaxNode> statements) => statements.Count == 0 ? None : new(isWhole: false, statements);

    /// <summary>What of a local function or a lambda in the body does not compile.</summary>
    /// <param name="function">Its declaration.</param>
    public BodyErrors OfFunction(SyntaxNode function) => _statements.Contains(function) ? Whole : this;

    /// <summary>The statement of which a node is a part, or <see langword="null"/> where it is one of a declaration.</summary>
    public static StatementSyntax? StatementOf(SyntaxNode node)
    {
        for (var part = node; part is not null and not MemberDeclarationSyntax; part = part.Parent)
        {
            if (part is StatementSyntax statement and not BlockSyntax)
                return statement;
        }

        return null;
    }

    /// <summary>Whether what the compiler made of a statement or an expression is not what it means.</summary>
    public bool IsIn(IOperation operation) =>
        IsWhole
        || (_statements.Count > 0 && StatementOf(operation.Syntax) is { } statement && _statements.Contains(statement))
        || IsMarked(operation);

    /// <summary>Whether the compiler left a mark of an error: it leaves one of most, and none of others.</summary>
    private static bool IsMarked(IOperation operation)
    {
        if (operation.Kind == OperationKind.Invalid || operation.Type?.TypeKind == TypeKind.Error || LacksInstance(operation))
            return true;
        if (operation is INameOfOperation)
            return false;
        foreach (var child in operation.ChildOperations)
        {
            if (IsMarked(child))
                return true;
        }

        return false;
    }

    /// <summary>Whether a member of an object is reached without one, through the name of its type.</summary>
    private static bool LacksInstance(IOperation operation) => operation switch
    {
        IMemberReferenceOperation { Instance: null, Member: var member } => IsOfInstance(member),
        IInvocationOperation { Instance: null, TargetMethod: var method } => IsOfInstance(method),
        _ => false,
    };

    private static bool IsOfInstance(ISymbol member) =>
        member is { IsStatic: false } and not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };
}
