using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>The kernel's spelling: a stub with the kernel's name, all arguments written out in the kernel's order.</summary>
internal sealed class KernelSpelling(FixContext context, KnownHelpers catalogue) : ISpelling
{
    public string Owner => "kernel";

    public IEnumerable<Respelling> Find(HelperCall call)
    {
        if (catalogue.IsStub(call.Member) || !call.HasPlainArguments() || catalogue.FindFull(call.Facts) is not { } full)
            yield break;
        var position = call.Node.SpanStart;
        if (full.Order.Contains(HelperFacts.This) && HelperCall.ReceiverOf(call.Node) is null)
            yield break;
        foreach (var (pair, isInScope) in FindPairs(full, position))
        {
            var stub = pair.Stub;
            var arguments = new List<SpelledArgument>();
            for (var i = 0; i < pair.Parameters.Length; i++)
            {
                if (Spell(call, pair, i) is { } argument)
                    arguments.Add(argument);
            }

            if (arguments.Count < pair.Parameters.Length)
                continue;
            var import = isInScope || !Imports.HasDirectives(context.Root) ? null : stub.ContainingType;
            var qualifier = isInScope || import is not null ? "" : stub.ContainingType.ToMinimalDisplayString(context.Model, position);
            var shortest = new Respelling(stub, qualifier, null, call.TypeArguments, [.. arguments], import);
            if (call.TypeArguments is null || pair.TypeParametersOfContainer == 0)
                yield return shortest;
            if (!stub.TypeParameters.IsEmpty)
                yield return shortest with { TypeArguments = WriteTypeArguments(call, pair) };
        }
    }

    /// <summary>The stubs of an implementation; those that take members of an enumeration fit where others do, too.</summary>
    private IEnumerable<(HelperPair Pair, bool IsInScope)> FindPairs(HelperFacts full, int position) =>
        catalogue.FindStubs(full.Name, position)
            .Select(found => (Pair: HelperPair.TryMatch(full, found.Stub)!, found.IsInScope))
            .Where(found => found.Pair is not null)
            .OrderByDescending(found => found.IsInScope)
            .ThenByDescending(found => found.Pair.Flags);

    private SpelledArgument? Spell(HelperCall call, HelperPair pair, int index)
    {
        if (pair.Parameters[index] is not { } parameter)
            return SpelledArgument.OfReceiver(pair.Stub.Parameters[index].RefKind == RefKind.Ref);
        var own = call.Facts.Method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name);
        if (own is null || call.IndexOf(own) is not (>= 0 and var source))
        {
            return index == pair.Flags
                ? null
                : own is null ? SpelledArgument.OfText("0") : Describe(own) is { } text ? SpelledArgument.OfText(text) : null;
        }

        if (index != pair.Flags)
            return SpelledArgument.OfArgument(source);

        // A member of the enumeration that was cast to the number need not be.
        return call.Arguments!.Arguments[source].Expression is CastExpressionSyntax cast
            && SymbolEqualityComparer.Default.Equals(
                context.Model.GetTypeInfo(cast.Expression, context.CancellationToken).Type, pair.Stub.Parameters[index].Type)
                ? SpelledArgument.OfArgument(source).Uncast()
                : null;
    }

    /// <summary>The value of an argument that is left out.</summary>
    private static string? Describe(IParameterSymbol parameter) => parameter switch
    {
        { HasExplicitDefaultValue: false } => null,
        { ExplicitDefaultValue: null } => parameter.Type.IsReferenceType ? "null" : "default",
        { ExplicitDefaultValue: bool value } => value ? "true" : "false",
        { ExplicitDefaultValue: var value, Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } =>
            string.Format(CultureInfo.InvariantCulture, "{0}", value),
        _ => null,
    };

    /// <summary>The type arguments of the stub, those of the implementation's type first: the compiler does not always find them.</summary>
    private TypeArgumentListSyntax WriteTypeArguments(HelperCall call, HelperPair pair)
    {
        var method = (call.Member as IMethodSymbol)?.TypeArguments ?? [];
        var container = pair.TypeParametersOfContainer == 0 ? [] : call.Member.ContainingType.TypeArguments;
        return ((GenericNameSyntax)SyntaxFactory.ParseName(
            $"_<{string.Join(", ", container.Concat(method).Select(type => type.ToMinimalDisplayString(context.Model, call.Node.SpanStart)))}>")).TypeArgumentList;
    }
}
