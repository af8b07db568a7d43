using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes;

/// <summary>What a fix needs to know of the code that it mends: it knows helpers by their contracts, as the analyzer does.</summary>
internal sealed class FixContext
{
    private readonly CompilationLowering _lowering;

    private FixContext(SemanticModel model, SyntaxNode root, KnownTypes known)
    {
        Model = model;
        Root = root;
        _lowering = new CompilationLowering(model.Compilation, known, CancellationToken.None);
    }

    /// <summary>The semantic model of the document.</summary>
    public SemanticModel Model { get; }

    /// <summary>The root of the document.</summary>
    public SyntaxNode Root { get; }

    public static FixContext? Create(SemanticModel? model, SyntaxNode? root) =>
        model is not null && root is not null && KnownTypes.Create(model.Compilation) is { } known ? new FixContext(model, root, known) : null;

    public MethodContract? ReadContract(IMethodSymbol method) => _lowering.Contracts.Read(method);

    public IrType Lower(ITypeSymbol type) => _lowering.Types.Lower(type);

    /// <summary>The type that an expression has at a place, or <see langword="null"/> where it is not in scope.</summary>
    public ITypeSymbol? GetType(string expression, int position)
    {
        var type = Model.GetSpeculativeTypeInfo(position, SyntaxFactory.ParseExpression(expression), SpeculativeBindingOption.BindAsExpression).Type;
        return type is null or IErrorTypeSymbol ? null : type;
    }

    /// <summary>The call before a place that acquired what a variable holds: by an argument, or as its result.</summary>
    public InvocationExpressionSyntax? FindAcquisition(string subject, SyntaxNode exit)
    {
        var member = exit.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member?.DescendantNodes().OfType<InvocationExpressionSyntax>().LastOrDefault(call => call.SpanStart < exit.Span.End && Acquires(call, subject));
    }

    private bool Acquires(InvocationExpressionSyntax call, string subject)
    {
        if (Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || ReadContract(method) is not { } contract)
            return false;
        if (contract.Return.Acquires && GetTarget(call) == subject)
            return true;
        var offset = contract.Parameters.Length - method.Parameters.Length;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (GetName(argument.Expression) == subject
                && FindParameter(method, call, argument) is { } parameter
                && parameter.Ordinal + offset < contract.Parameters.Length
                && contract.Parameters[parameter.Ordinal + offset].Acquires)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variable that the result of a call goes to.</summary>
    private static string? GetTarget(InvocationExpressionSyntax call) => call.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        AssignmentExpressionSyntax assignment when assignment.Right == call => assignment.Left.ToString(),
        _ => null,
    };

    private static IParameterSymbol? FindParameter(IMethodSymbol method, InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        if (argument.NameColon is { } name)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        var index = call.ArgumentList.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    private static string GetName(ExpressionSyntax expression) => expression switch
    {
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } => variable.Identifier.ValueText,
        _ => expression.ToString(),
    };
}
