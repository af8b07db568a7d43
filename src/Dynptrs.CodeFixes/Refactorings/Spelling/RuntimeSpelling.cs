using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>The runtime's spelling: a member of the type that the helper works on, without the arguments that may be left out.</summary>
internal sealed class RuntimeSpelling(FixContext context, KnownHelpers catalogue) : ISpelling
{
    public string Owner => "runtime";

    public IEnumerable<Respelling> Find(HelperCall call)
    {
        if (call.Member is not IMethodSymbol stub || !catalogue.IsStub(stub) || !call.HasPlainArguments())
            yield break;
        var implementations = catalogue.FindImplementations(call.Facts.Name).ToImmutableArray();
        foreach (var full in implementations)
        {
            if (!full.HasStub || HelperPair.TryMatch(full, stub.OriginalDefinition) is not { } pair)
                continue;
            foreach (var form in implementations.Where(shorter => KnownHelpers.IsFullFormOf(full, shorter)).Append(full))
            {
                if (Spell(call, pair, form) is { } respelling)
                    yield return respelling;
            }
        }
    }

    private Respelling? Spell(HelperCall call, HelperPair pair, HelperFacts form)
    {
        var sources = pair.Stub.Parameters.Select(parameter => call.IndexOf(parameter)).ToImmutableArray();
        if (sources.Contains(-1))
            return null;
        for (var i = 0; i < sources.Length; i++)
        {
            if (pair.Parameters[i] is { } parameter
                && form.Method.Parameters.All(kept => kept.Name != parameter.Name)
                && !IsLiteral(sources[i], 0))
            {
                return null;
            }
        }

        var arguments = ImmutableArray.CreateBuilder<SpelledArgument>();
        foreach (var parameter in form.Method.Parameters)
        {
            var index = pair.Parameters.IndexOf(pair.Parameters.First(counterpart => counterpart?.Name == parameter.Name));
            var argument = SpelledArgument.OfArgument(sources[index]);
            arguments.Add(index == pair.Flags
                ? argument.Cast(SyntaxFactory.ParseTypeName(parameter.Type.ToMinimalDisplayString(context.Model, call.Node.SpanStart)))
                : argument);
        }

        // What is written as it would be anyway is left out, from the end.
        foreach (var parameter in form.Method.Parameters.Reverse())
        {
            if (!parameter.HasExplicitDefaultValue || !IsLiteral(arguments[parameter.Ordinal].Source, parameter.ExplicitDefaultValue))
                break;
            arguments.RemoveAt(parameter.Ordinal);
        }

        var receiver = pair.Parameters.IndexOf(null);
        return new Respelling(
            form.Member,
            receiver < 0 ? form.Member.ContainingType.ToMinimalDisplayString(context.Model, call.Node.SpanStart) : "",
            receiver < 0 ? null : SpelledArgument.OfArgument(sources[receiver]),
            GetTypeArguments(call, pair),
            arguments.ToImmutable(),
            Import: null);

        bool IsLiteral(int source, object? value) =>
            !call.IsCommented(source) && this.IsLiteral(call.Arguments!.Arguments[source].Expression, value);
    }

    private bool IsLiteral(ExpressionSyntax expression, object? value) =>
        expression is LiteralExpressionSyntax or DefaultExpressionSyntax
        && (value is null
            ? expression is DefaultExpressionSyntax
                || expression.Kind() is SyntaxKind.DefaultLiteralExpression or SyntaxKind.NullLiteralExpression
            : context.Model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: { } constant }
                && constant.ToString() == value.ToString());

    private static TypeArgumentListSyntax? GetTypeArguments(HelperCall call, HelperPair pair)
    {
        if (call.TypeArguments is not { } written || pair.TypeParametersOfContainer == 0)
            return call.TypeArguments;
        var rest = SyntaxFactory.SeparatedList(written.Arguments.Skip(pair.TypeParametersOfContainer));
        return rest.Count == 0 ? null : written.WithArguments(rest);
    }
}
