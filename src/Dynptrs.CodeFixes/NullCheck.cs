using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes;

/// <summary>A test for null with an early exit, to be put before a statement.</summary>
internal sealed class NullCheck
{
    private readonly ExpressionSyntax _expression;
    private readonly StatementSyntax _statement;
    private readonly string _condition;
    private readonly string _exit;
    private readonly bool _needsLocal;

    private NullCheck(ExpressionSyntax expression, StatementSyntax statement, string name, bool needsLocal, string condition, string exit)
    {
        _expression = expression;
        _statement = statement;
        _needsLocal = needsLocal;
        _condition = condition;
        _exit = exit;
        Name = name;
    }

    /// <summary>The variable that is tested.</summary>
    public string Name { get; }

    /// <summary>Prepares the test, or answers <see langword="null"/> where none can stand.</summary>
    /// <param name="fix">The document.</param>
    /// <param name="expression">The slice.</param>
    /// <param name="statement">The statement that uses it.</param>
    public static NullCheck? TryCreate(FixContext fix, ExpressionSyntax expression, StatementSyntax statement)
    {
        if (fix.Model.GetTypeInfo(expression).Type is not { } type || GetExit(fix, statement) is not { } exit)
            return null;

        // What is evaluated under a condition, or again in each round, cannot be taken out before its statement.
        var isVariable = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && fix.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;
        if (!isVariable && (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax) || IsConditional(expression, statement)))
            return null;
        if (statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
            return null;
        var name = isVariable ? expression.ToString() : "slice";
        return GetCondition(fix, type, name, statement) is { } condition ? new NullCheck(expression, statement, name, !isVariable, condition, exit) : null;
    }

    /// <summary>Puts the test before the statement.</summary>
    public void Insert(SyntaxEditor editor, ExitEditor exits, ImmutableArray<Release> releases)
    {
        var name = _needsLocal ? exits.GetFreeName(_statement, Name) : Name;
        var body = string.Join("\n", releases.Select(release => release.Statement).Append(_exit));
        var check = ExitEditor.Parse($"if ({_condition.Replace(Name, name)})\n{(releases.IsEmpty ? _exit : $"{{\n{body}\n}}\n")}");
        if (!_needsLocal)
        {
            exits.InsertBefore(_statement, check);
            return;
        }

        var local = ExitEditor.Parse($"var {name} = {_expression.WithoutTrivia()};");
        var changed = _statement.ReplaceNode(_expression, SyntaxFactory.IdentifierName(name).WithTriviaFrom(_expression));
        if (_statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
        {
            editor.InsertBefore(_statement, [local, check]);
            editor.ReplaceNode(_statement, changed);
        }
        else
        {
            editor.ReplaceNode(_statement, SyntaxFactory.Block(local, check, changed.WithoutLeadingTrivia()).WithLeadingTrivia(_statement.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }

    private static bool IsConditional(ExpressionSyntax expression, StatementSyntax statement) =>
        expression.Ancestors().TakeWhile(node => node != statement).Any(node =>
            node is ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax or LambdaExpressionSyntax
            || node.IsKind(SyntaxKind.LogicalAndExpression) || node.IsKind(SyntaxKind.LogicalOrExpression) || node.IsKind(SyntaxKind.CoalesceExpression));

    /// <summary>The test in the style of the method: <c>!slice</c> where it says so elsewhere, else the property.</summary>
    private static string? GetCondition(FixContext fix, ITypeSymbol type, string name, StatementSyntax statement)
    {
        var members = type.GetMembers();
        var property = members.OfType<IPropertySymbol>().FirstOrDefault(candidate => candidate.GetMethod is { } getter && fix.ReadContract(getter)?.Return.NullTest is not null);
        var hasConversion = members.OfType<IMethodSymbol>().Any(candidate => candidate.MethodKind == MethodKind.Conversion && fix.ReadContract(candidate)?.Return.NullTest == false);
        var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var usesConversion = member is not null && member.DescendantNodes().OfType<PrefixUnaryExpressionSyntax>().Any(not =>
            not.IsKind(SyntaxKind.LogicalNotExpression) && fix.Model.GetTypeInfo(not.Operand).Type is { } operand && fix.Lower(operand) is ViewType);
        if (hasConversion && (usesConversion || property is null))
            return "!" + name;
        if (property is null)
            return null;
        var isNull = fix.ReadContract(property.GetMethod!)!.Return.NullTest == true;
        return $"{(isNull ? "" : "!")}{name}.{property.Name}";
    }

    /// <summary>The statement that leaves the function around a statement.</summary>
    private static string? GetExit(FixContext fix, StatementSyntax statement)
    {
        if (fix.Model.GetEnclosingSymbol(statement.SpanStart) is not IMethodSymbol { RefKind: RefKind.None, IsAsync: false } method)
            return null;
        return method.ReturnType switch
        {
            { SpecialType: SpecialType.System_Void } => "return;",
            { SpecialType: SpecialType.System_Boolean } => "return false;",
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => "return 0;",
            _ => "return default;",
        };
    }
}
