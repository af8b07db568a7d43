using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>What becomes of a slice, where each of its uses says how far it reaches.</summary>
/// <param name="Bytes">How many bytes are reached.</param>
/// <param name="Type">The type as which all of it is read or changed, or <see langword="null"/>.</param>
/// <param name="Reads">The calls that do so.</param>
internal sealed record SliceUses(long Bytes, ITypeSymbol? Type, ImmutableArray<InvocationExpressionSyntax> Reads)
{
    /// <summary>
    /// The uses of the variable that is declared with what a call answers; <see langword="null"/> where one does not say how far it
    /// reaches.
    /// </summary>
    public static SliceUses? Find(FixContext context, InvocationExpressionSyntax call)
    {
        if (call.Parent is not EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } } variable,
            }
            || context.Model.GetDeclaredSymbol(variable, context.CancellationToken) is not ILocalSymbol local)
        {
            return null;
        }

        var uses = scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name).Symbol, local))
            .Where(name => !IsNullTest(context, name))
            .Select(name => Reach(context, name))
            .ToImmutableArray();
        if (uses.IsEmpty || uses.Contains(null))
            return null;
        var types = uses.Select(use => use!.Value.Type).Distinct(SymbolEqualityComparer.Default).ToList();
        return new SliceUses(
            uses.Max(use => use!.Value.Bytes),
            types.Count == 1 ? (ITypeSymbol?)types[0] : null,
            [.. uses.Select(use => use!.Value.Read).OfType<InvocationExpressionSyntax>()]);
    }

    private static bool IsNullTest(FixContext context, IdentifierNameSyntax slice) => slice.Parent is MemberAccessExpressionSyntax access
        && access.Expression == slice
            ? context.Model.GetSymbolInfo(access).Symbol is IPropertySymbol { GetMethod: { } getter }
                && context.ReadContract(getter)?.Return.NullTest is not null
            : context.Model.GetTypeInfo(slice).ConvertedType?.SpecialType == SpecialType.System_Boolean;

    /// <summary>How far an element with a constant index, or a read or a change of its first bytes as a type, reaches.</summary>
    private static (long Bytes, ITypeSymbol? Type, InvocationExpressionSyntax? Read)? Reach(FixContext context, IdentifierNameSyntax slice)
    {
        switch (slice.Parent)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } element
                when element.Expression == slice
                    && context.Model.GetConstantValue(index) is { HasValue: true, Value: { } value }
                    && long.TryParse(
                        System.Convert.ToString(value, CultureInfo.InvariantCulture),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number)
                    && context.Model.GetTypeInfo(element).Type is { } type:
                return ((number + 1) * context.Lower(type).Size, null, null);
            case MemberAccessExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument }
                when call.ArgumentList.Arguments[0] == argument
                    && context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method:
                return context.FindIntrinsic(method) switch
                {
                    Intrinsic.ReadStruct or Intrinsic.AsRefOfSpan => (context.Lower(method.ReturnType).Size, method.ReturnType, call),
                    Intrinsic.ReadLittleEndian or Intrinsic.ReadBigEndian => (context.Lower(method.ReturnType).Size, null, null),
                    Intrinsic.WriteStruct or Intrinsic.WriteLittleEndian or Intrinsic.WriteBigEndian =>
                        (context.Lower(method.Parameters[1].Type).Size, null, null),
                    _ => null,
                };
            default:
                return null;
        }
    }
}
