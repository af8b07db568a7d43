using System.Collections.Generic;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Tuples as wholes: they are made, compared and converted part by part.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerTuple(ITupleOperation tuple)
    {
        var target = _emit.Temporary(IrTypeOf(tuple.Type!), tuple);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            if (target.Type is StructType type && i < type.Fields.Length)
                Store(tuple.Elements[i], target.Field(type.Fields[i]), At(tuple.Elements[i]));
            else
                Discard(tuple.Elements[i]);
        }

        if (target.Type is not StructType)
            _builder.Emit(Emitter.Opaque(At(tuple), target, OpaqueReason.NotFollowed, "a tuple"));
        return Operand.Move(target);
    }

    private Operand LowerTupleComparison(ITupleBinaryOperation comparison, Place? into)
    {
        var left = Materialize(comparison.LeftOperand);
        var right = Materialize(comparison.RightOperand);
        var parts = new List<(Place Left, Place Right)>();
        if (!PairParts(left, right, parts))
            return _emit.MakeOpaque(comparison, into, OpaqueReason.Other, "a comparison of tuples that are not of integers");
        return _emit.Decide(comparison, (whenTrue, whenFalse) =>
        {
            var (whenSame, whenDifferent) = comparison.OperatorKind == BinaryOperatorKind.Equals
                ? (whenTrue, whenFalse)
                : (whenFalse, whenTrue);
            foreach (var (first, second) in parts)
            {
                var isSame = _emit.Temporary(ScalarType.Bool);
                _builder.Emit(new BinaryInstruction(
                    At(comparison),
                    isSame,
                    BinaryOperator.Equal,
                    Operand.Copy(first),
                    Operand.Copy(second),
                    first.Type));
                var next = _builder.NewBlock();
                _builder.Terminate(new BranchTerminator(At(comparison), Operand.Move(isSame), next.Index, whenDifferent.Index));
                _builder.Select(next);
            }

            _builder.Goto(At(comparison), whenSame);
        });
    }

    /// <summary>Pairs the integers of two tuples; other values have an equality of their own.</summary>
    private static bool PairParts(Place left, Place right, List<(Place Left, Place Right)> parts)
    {
        if (left.Type is ScalarType && left.Type == right.Type)
        {
            parts.Add((left, right));
            return true;
        }

        if (left.Type is not StructType first || right.Type is not StructType second || first.Fields.Length != second.Fields.Length)
            return false;
        for (var i = 0; i < first.Fields.Length; i++)
        {
            if (!PairParts(left.Field(first.Fields[i]), right.Field(second.Fields[i]), parts))
                return false;
        }

        return true;
    }

    /// <summary>
    /// A tuple of other types, such as one with wider numbers; <see langword="null"/> where a part is not converted as a number is.
    /// </summary>
    private Operand? LowerTupleConversion(IConversionOperation conversion, Operand value, StructType to)
    {
        var source = _emit.KeepInPlace(value, conversion.Operand);
        var target = _emit.Temporary(to, conversion);
        return ConvertParts(source, target, conversion) ? Operand.Move(target) : null;
    }

    private bool ConvertParts(Place source, Place target, IOperation conversion)
    {
        switch (source.Type, target.Type)
        {
            case (ScalarType from, ScalarType to):
                _builder.Emit(new AssignInstruction(At(conversion), target, _emit.Convert(Operand.Copy(source), from, to, conversion)));
                return true;
            case var (from, to) when from == to && !from.ContainsOwner:
                _builder.Emit(new AssignInstruction(At(conversion), target, Operand.Copy(source)));
                return true;
            case (StructType from, StructType to) when from.Fields.Length == to.Fields.Length:
                for (var i = 0; i < from.Fields.Length; i++)
                {
                    if (!ConvertParts(source.Field(from.Fields[i]), target.Field(to.Fields[i]), conversion))
                        return false;
                }

                return true;
            default:
                return false;
        }
    }
}
