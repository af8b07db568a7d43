using System;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>A test for null with an early exit, to be put before a statement.</summary>
internal sealed class NullCheck
{
    private readonly Guard _exit;
    private readonly Func<string, string> _condition;

    private NullCheck(Guard exit, Func<string, string> condition)
    {
        _exit = exit;
        _condition = condition;
    }

    /// <summary>What is tested, as it is written.</summary>
    public string Name => _exit.Name;

    /// <summary>Prepares the test, or answers <see langword="null"/> where none can stand.</summary>
    /// <param name="context">The code.</param>
    /// <param name="expression">The slice.</param>
    /// <param name="statement">The statement that uses it.</param>
    public static NullCheck? TryCreate(FixContext context, ExpressionSyntax expression, StatementSyntax statement) =>
        context.Model.GetTypeInfo(expression).Type is { } type
        && Guard.TryCreate(context, expression, statement, "slice") is { } exit
        && GetCondition(context, type, statement) is { } condition
            ? new NullCheck(exit, condition)
            : null;

    /// <summary>Puts the test before the statement.</summary>
    public FixContext Insert(LeaveWay way) => _exit.Insert(_condition, way);

    /// <summary>The test in the style of the method: <c>!slice</c> where it says so elsewhere, else the property.</summary>
    public static Func<string, string>? GetCondition(FixContext context, ITypeSymbol type, StatementSyntax statement)
    {
        var members = type.GetMembers();
        var tests = members.OfType<IPropertySymbol>()
            .Select(property =>
                (property.Name, Null: property.GetMethod is { } getter ? context.ReadContract(getter)?.Return.NullTest : null))
            .Where(test => test.Null is not null)
            .OrderByDescending(test => test.Null)
            .ToList();
        var hasConversion = members.OfType<IMethodSymbol>()
            .Any(candidate => candidate.MethodKind == MethodKind.Conversion && context.ReadContract(candidate)?.Return.NullTest == false);
        if (hasConversion && (tests.Count == 0 || UsesConversion(context, statement)))
            return name => "!" + name;
        if (tests.Count == 0)
            return null;
        var test = tests[0];
        return name => $"{(test.Null == true ? "" : "!")}{name}.{test.Name}";
    }

    private static bool UsesConversion(FixContext context, StatementSyntax statement)
    {
        var around = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? context.Root;
        return around.DescendantNodes().OfType<PrefixUnaryExpressionSyntax>().Any(not =>
            not.IsKind(SyntaxKind.LogicalNotExpression)
            && context.Model.GetTypeInfo(not.Operand).Type is { } operand
            && context.Lower(operand) is ViewType);
    }
}
