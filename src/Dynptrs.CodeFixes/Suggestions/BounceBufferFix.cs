using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Suggestions;

/// <summary>DYN103: gives a buffer to a call that needs one, and none to a call that never uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BounceBufferFix)), Shared]
public sealed class BounceBufferFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN103"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        FindMistake<InvocationExpressionSyntax>(context, diagnostic);

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var call = (InvocationExpressionSyntax)places[0];
        if (ContractArguments.Read(context, call) is not { } arguments)
            yield break;
        var given = call.ArgumentList.Arguments.FirstOrDefault(argument => arguments.Find(argument)?.Bounce is not null);
        foreach (var (title, buffer) in Choices(context, call, arguments))
        {
            var after = context.With(given is null
                ? context.Root.ReplaceNode(call.ArgumentList, call.ArgumentList.AddArguments(NewArgument(arguments, buffer)))
                : context.Root.ReplaceNode(given.Expression, SyntaxFactory.ParseExpression(buffer).WithTriviaFrom(given.Expression)));
            if (Verdict.Compare(context, call, after).FixesAlone(diagnostic))
                yield return new Fix(title, $"{nameof(BounceBufferFix)}.{buffer[0]}", after);
        }
    }

    private static IEnumerable<(string Title, string Buffer)> Choices(
        FixContext context,
        InvocationExpressionSyntax call,
        ContractArguments arguments)
    {
        yield return ("Give no buffer", "default");
        if (SliceLength.Describe(context, call, arguments) is { } length)
            yield return ($"Give a buffer of {length} bytes on the stack", $"stackalloc byte[{length}]");
    }

    /// <summary>The argument of an optional parameter that was left out, by its name: others may be left out, too.</summary>
    private static ArgumentSyntax NewArgument(ContractArguments arguments, string buffer)
    {
        var name = arguments.Contract.Parameters.First(parameter => parameter.Bounce is not null).Name;
        return SyntaxFactory.Argument(
            SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space), default, SyntaxFactory.ParseExpression(buffer))
            .WithLeadingTrivia(SyntaxFactory.Space);
    }
}
