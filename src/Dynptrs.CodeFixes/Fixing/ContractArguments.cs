using System.Linq;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>The arguments of a call, each with what the contract says about its parameter.</summary>
internal sealed class ContractArguments
{
    private readonly InvocationExpressionSyntax _call;
    private readonly int _offset;

    private ContractArguments(InvocationExpressionSyntax call, IMethodSymbol method, MethodContract contract)
    {
        _call = call;
        _offset = contract.Parameters.Length - method.Parameters.Length;
        Method = method;
        Contract = contract;
    }

    /// <summary>What is called.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>What its declaration says.</summary>
    public MethodContract Contract { get; }

    /// <summary>
    /// What the contract says about what a member is called on, or <see langword="null"/> where the call has no receiver.
    /// </summary>
    public ParameterContract? Receiver => _offset == 1 ? Contract.Parameters[0] : null;

    /// <summary>Reads a call, or answers <see langword="null"/> where what is called has no contract.</summary>
    public static ContractArguments? Read(FixContext context, InvocationExpressionSyntax call) =>
        context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method
        && context.ReadContract(method) is { } contract
            ? new ContractArguments(call, method, contract)
            : null;

    /// <summary>The index in the contract of the parameter that an argument is for, or -1.</summary>
    public int IndexOf(ArgumentSyntax argument) =>
        FindParameter(Method, _call, argument) is { } parameter ? parameter.Ordinal + _offset : -1;

    /// <summary>The parameter that an argument is for.</summary>
    public static IParameterSymbol? FindParameter(IMethodSymbol method, InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        if (argument.NameColon is { } name)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        var index = call.ArgumentList.Arguments.IndexOf(argument);
        return index >= 0 && index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    /// <summary>What the contract says about an argument.</summary>
    public ParameterContract? Find(ArgumentSyntax argument) => IndexOf(argument) is >= 0 and var index ? Contract.Parameters[index] : null;

    /// <summary>The argument that is the length of a buffer.</summary>
    public ArgumentSyntax? FindLength(ArgumentSyntax buffer) =>
        IndexOf(buffer) is >= 0 and var index
            ? _call.ArgumentList.Arguments.FirstOrDefault(argument => Find(argument)?.LengthOf == index)
            : null;

    /// <summary>The buffer that an argument is the length of.</summary>
    public ExpressionSyntax? FindBuffer(ArgumentSyntax length) =>
        Find(length) is { LengthOf: >= 0 and var index }
            ? _call.ArgumentList.Arguments.FirstOrDefault(argument => IndexOf(argument) == index)?.Expression
            : null;
}
