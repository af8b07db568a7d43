using System.Collections.Immutable;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Deconstructions: a value is taken apart into variables.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>The right side is evaluated as a whole before the first variable on the left is written.</summary>
    private Operand LowerDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        var value = deconstruction.Value;
        while (value is IConversionOperation { OperatorMethod: null } conversion && conversion.Operand.Type is { IsTupleType: true })
            value = conversion.Operand;
        if (target is not ITupleOperation variables)
            return LowerUnsupported(deconstruction, null);
        var model = _scope.Root.Graph.OriginalOperation.SemanticModel;
        var method = value.Type is { IsTupleType: true } || model is null || deconstruction.Syntax is not AssignmentExpressionSyntax syntax
            ? null
            : model.GetDeconstructionInfo(syntax).Method;
        if (method is not null)
            Deconstruct(variables, method, value);
        else
            StoreParts(variables, value);
        return Operand.Null(HandleType.Instance);
    }

    private void Deconstruct(ITupleOperation variables, IMethodSymbol method, IOperation value)
    {
        var receiver = FlowCaptures.IsVariable(value) ? PlaceOf(value) : Materialize(value);
        var results = CallDeconstruct(_scope.Substitution.Apply(method), receiver, At(value), [.. variables.Elements]);
        for (var i = 0; i < results.Length; i++)
            StoreVariable(variables.Elements[i], results[i]);
    }

    /// <summary>Calls a <c>Deconstruct</c>; the answer is where its results are.</summary>
    public Place[] CallDeconstruct(IMethodSymbol method, Place receiver, Site site, ImmutableArray<IOperation> parts)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>(parts.Length + 1);
        arguments.Add(new Argument(
            Operand.Copy(receiver),
            method.IsStatic ? ArgumentPassing.Value : ContractReader.ReceiverPassing(method),
            site));
        // A classic extension has its receiver among its parameters.
        var first = method.IsStatic ? 1 : 0;
        var results = new Place[parts.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = _emit.Temporary(IrTypeOf(method.Parameters[first + i].Type), parts[i]);
            arguments.Add(new Argument(Operand.Copy(results[i]), ArgumentPassing.Out, At(parts[i])));
        }

        Call(new Callee(method), site, arguments.ToImmutable(), null);
        return results;
    }

    private void StoreParts(ITupleOperation variables, IOperation value)
    {
        var parts = new Place[variables.Elements.Length];
        if (value is ITupleOperation tuple)
        {
            for (var i = 0; i < parts.Length; i++)
                parts[i] = _emit.KeepInPlace(_emit.Spill(Value(tuple.Elements[i]), tuple.Elements[i]), tuple.Elements[i], isOwn: true);
        }
        else
        {
            var whole = Materialize(value);
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = whole.Type is StructType type && i < type.Fields.Length
                    ? whole.Field(type.Fields[i])
                    : _emit.MakeOpaque(variables.Elements[i], null, OpaqueReason.NotFollowed, "a part of a tuple").Place;
            }
        }

        for (var i = 0; i < parts.Length; i++)
            StoreVariable(variables.Elements[i], parts[i]);
    }

    private void StoreVariable(IOperation variable, Place value)
    {
        switch (variable)
        {
            case IDiscardOperation:
                return;
            case ITupleOperation nested when value.Type is StructType type:
                for (var i = 0; i < nested.Elements.Length && i < type.Fields.Length; i++)
                    StoreVariable(nested.Elements[i], value.Field(type.Fields[i]));
                return;
            case IPropertyReferenceOperation property when IsSetterCall(property):
                SetProperty(property, Operand.Move(value), variable);
                return;
        }

        var target = PlaceOf(variable);
        var operand = Operand.Move(value);
        if (value.Type is ScalarType from && target.Type is ScalarType to)
            operand = _emit.Convert(operand, from, to, variable);
        _builder.Emit(target.Type.CellCount == operand.Type.CellCount
            ? new AssignInstruction(At(variable), target, operand)
            : Emitter.Opaque(At(variable), target, OpaqueReason.NotFollowed, "a part of a tuple", operand));
    }
}
