using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers;

/// <summary>Finds the methods that an operation calls by itself, also where no call is written.</summary>
internal static class CalledMethods
{
    /// <summary>The methods that an operation calls, without those of its parts; <see langword="null"/> for one that is not there.</summary>
    public static IEnumerable<IMethodSymbol?> Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IPropertyReferenceOperation { Property: var property } => Accessors(property),
        IObjectCreationOperation creation => [creation.Constructor],
        IConversionOperation conversion => [conversion.OperatorMethod],
        IBinaryOperation binary => [binary.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        IIncrementOrDecrementOperation step => [step.OperatorMethod],
        ICompoundAssignmentOperation compound => [compound.OperatorMethod],
        IMethodReferenceOperation reference => [reference.Method],
        IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var @event } } => [@event.AddMethod, @event.RemoveMethod],
        IForEachLoopOperation loop => OfLoop(loop),
        IUsingOperation { Resources: IVariableDeclarationGroupOperation resources } => resources.Declarations.SelectMany(Disposals),
        IUsingOperation { Resources.Type: { } resource } => Disposals(resource),
        IUsingDeclarationOperation declaration => declaration.DeclarationGroup.Declarations.SelectMany(Disposals),
        IDeconstructionAssignmentOperation { SemanticModel: { } model, Syntax: AssignmentExpressionSyntax assignment } =>
            Deconstructions(model.GetDeconstructionInfo(assignment)),
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol as IMethodSymbol],
        IListPatternOperation pattern => [.. Accessors(pattern.LengthSymbol), .. Accessors(pattern.IndexerSymbol)],
        ISlicePatternOperation pattern => Accessors(pattern.SliceSymbol),
        IImplicitIndexerReferenceOperation indexer => [.. Accessors(indexer.LengthSymbol), .. Accessors(indexer.IndexerSymbol)],
        ICollectionExpressionOperation collection => [collection.ConstructMethod],
        _ => [],
    };

    private static IEnumerable<IMethodSymbol?> Accessors(ISymbol? member) =>
        member is IPropertySymbol property ? [property.GetMethod, property.SetMethod] : [member as IMethodSymbol];

    private static IEnumerable<IMethodSymbol?> OfLoop(IForEachLoopOperation loop)
    {
        if (loop is not { SemanticModel: { } model, Syntax: CommonForEachStatementSyntax syntax })
            return [];
        var info = model.GetForEachStatementInfo(syntax);
        var parts = syntax is ForEachVariableStatementSyntax variables ? Deconstructions(model.GetDeconstructionInfo(variables)) : [];
        return
        [
            info.GetEnumeratorMethod,
            info.MoveNextMethod,
            info.CurrentProperty?.GetMethod,
            info.DisposeMethod,
            info.ElementConversion.MethodSymbol,
            .. parts,
        ];
    }

    private static IEnumerable<IMethodSymbol?> Deconstructions(DeconstructionInfo info) =>
        [info.Method, info.Conversion?.MethodSymbol, .. info.Nested.SelectMany(Deconstructions)];

    private static IEnumerable<IMethodSymbol?> Disposals(IVariableDeclarationOperation declaration) =>
        declaration.Declarators.SelectMany(declarator => Disposals(declarator.Symbol.Type));

    private static IEnumerable<IMethodSymbol> Disposals(ITypeSymbol resource)
    {
        for (var type = resource; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers("Dispose").OfType<IMethodSymbol>())
                yield return method;
        }
    }
}
