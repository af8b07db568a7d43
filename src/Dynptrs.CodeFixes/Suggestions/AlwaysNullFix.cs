using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Memory;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Suggestions;

/// <summary>DYN106: takes the slice with the call that copies to a buffer where it must, instead of one that is always null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AlwaysNullFix)), Shared]
public sealed class AlwaysNullFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN106"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        FindMistake<InvocationExpressionSyntax>(context, diagnostic);

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var call = (InvocationExpressionSyntax)places[0];
        if (ContractArguments.Read(context, call) is not { } arguments || SliceLength.Describe(context, call, arguments) is not { } length)
            yield break;
        foreach (var (method, contract) in FindBuffered(context, arguments))
        {
            var isReadOnly = contract.Return.Type is ViewType { IsReadOnly: true };
            if (Take(context, call, arguments, method, $"stackalloc byte[{length}]") is { } after
                && Verdict.Compare(context, call, after).FixesAlone(diagnostic))
            {
                yield return new Fix(
                    $"Take a slice for {(isReadOnly ? "reading" : "writing")} with `{method.Name}`",
                    $"{nameof(AlwaysNullFix)}.{(isReadOnly ? "Read" : "Write")}",
                    after);
            }
        }
    }

    /// <summary>The methods beside what is called that take the same arguments and a buffer, those for reading first.</summary>
    private static IEnumerable<(IMethodSymbol Method, MethodContract Contract)> FindBuffered(FixContext context, ContractArguments called)
    {
        var original = called.Method.OriginalDefinition;
        var others =
            from other in original.ContainingType.GetMembers().OfType<IMethodSymbol>()
            where other.IsStatic == original.IsStatic && other.TypeParameters.Length == original.TypeParameters.Length
            let contract = context.ReadContract(other)
            where contract is { Return.Type: ViewType } && contract.Return.SliceOf == called.Contract.Return.SliceOf
            let offset = contract.Parameters.Length - other.Parameters.Length
            let rest = other.Parameters.Where(parameter => contract.Parameters[parameter.Ordinal + offset].Bounce is null).ToList()
            where rest.Count == other.Parameters.Length - 1 && rest.Count == original.Parameters.Length
                && rest.Zip(original.Parameters, (one, two) => SymbolEqualityComparer.Default.Equals(one.Type, two.Type)
                    && one.RefKind == two.RefKind)
                    .All(isSame => isSame)
            select (other, contract);
        return others.OrderBy(other => other.contract.Return.Type is ViewType { IsReadOnly: true } ? 0 : 1);
    }

    private static FixContext? Take(
        FixContext context,
        InvocationExpressionSyntax call,
        ContractArguments called,
        IMethodSymbol method,
        string buffer)
    {
        // The buffer takes its place among arguments that stand in the order of their parameters; those that were left out are optional
        // here alone.
        if (call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null))
            return null;
        var given = call.ArgumentList.Arguments.AddRange(called.Method.Parameters.Skip(call.ArgumentList.Arguments.Count).Select(Default));
        var contract = context.ReadContract(method)!;
        var index = contract.Parameters.IndexOf(contract.Parameters.First(parameter => parameter.Bounce is not null))
            - (contract.Parameters.Length - method.Parameters.Length);
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(buffer));
        var arguments = call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(given
            .Insert(index, argument)
            .Select((one, place) => place == 0 ? one : one.WithLeadingTrivia(SyntaxFactory.Space))));
        return new SliceSibling(method.Name, contract.Return.Type is ViewType { IsReadOnly: true }, method.ReturnType.Name).Take(
            context, call, call.WithArgumentList(arguments));
    }

    private static ArgumentSyntax Default(IParameterSymbol parameter) => SyntaxFactory.Argument(SyntaxFactory.ParseExpression(
        parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is { } value
            ? SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default"
            : "default"));
}
