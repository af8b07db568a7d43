using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Bodies;

/// <summary>Compares the signature of a helper with that of what may do its work.</summary>
internal static class SignatureMatch
{
    /// <summary>What a field or property that holds a delegate calls, or <see langword="null"/>.</summary>
    public static IMethodSymbol? DelegateOf(ISymbol member) => member switch
    {
        IFieldSymbol field => (field.Type as INamedTypeSymbol)?.DelegateInvokeMethod,
        IPropertySymbol { GetMethod: not null, IsIndexer: false } property => (property.Type as INamedTypeSymbol)?.DelegateInvokeMethod,
        _ => null,
    };

    /// <summary>Whether both take and return the same, in the same way.</summary>
    public static bool IsSame(IMethodSymbol helper, IMethodSymbol candidate)
    {
        if (candidate.TypeParameters.Length != helper.TypeParameters.Length
            || candidate.Parameters.Length != helper.Parameters.Length
            || candidate.RefKind != helper.RefKind)
        {
            return false;
        }

        if (!candidate.TypeParameters.IsEmpty)
            candidate = candidate.Construct([.. helper.TypeParameters]);
        return SymbolEqualityComparer.Default.Equals(candidate.ReturnType, helper.ReturnType)
            && candidate.Parameters
                .Zip(helper.Parameters, (left, right) => left.RefKind == right.RefKind
                    && SymbolEqualityComparer.Default.Equals(left.Type, right.Type))
                .All(isSame => isSame);
    }
}
