using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Expressions;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Patterns: walked into comparisons and branches. What always matches makes no branch.</summary>
internal sealed partial class MethodLowering
{
    private void LowerPatternTest(IIsPatternOperation test, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        var value = test.Value;
        var input = FlowCaptures.IsVariable(value) || IsBackedProperty(value) ? Location(value) : PlaceOf(Lower(value, null), value);
        Match(test.Pattern, input, whenTrue, whenFalse);
    }

    /// <summary>Ends the current block with the branches that decide whether a value matches.</summary>
    private void Match(IPatternOperation pattern, Place input, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                _builder.Goto(At(pattern), whenTrue);
                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, input, whenFalse, whenTrue);
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                var second = _builder.NewBlock(_handlers);
                Match(both.LeftPattern, input, second, whenFalse);
                _builder.Select(second);
                Match(both.RightPattern, input, whenTrue, whenFalse);
                break;
            case IBinaryPatternOperation either:
                var other = _builder.NewBlock(_handlers);
                Match(either.LeftPattern, input, whenTrue, other);
                _builder.Select(other);
                Match(either.RightPattern, input, whenTrue, whenFalse);
                break;
            case IConstantPatternOperation constant:
                MatchComparison(constant, constant.Value, BinaryOperator.Equal, input, whenTrue, whenFalse);
                break;
            case IRelationalPatternOperation relational:
                MatchComparison(relational, relational.Value, Comparison(relational.OperatorKind), input, whenTrue, whenFalse);
                break;
            case IDeclarationPatternOperation declaration:
                if (!declaration.MatchesNull)
                    MatchType(declaration, input, whenFalse);
                Bind(declaration.DeclaredSymbol, input, declaration);
                _builder.Goto(At(pattern), whenTrue);
                break;
            case ITypePatternOperation type:
                MatchType(type, input, whenFalse);
                _builder.Goto(At(pattern), whenTrue);
                break;
            case IRecursivePatternOperation recursive:
                MatchRecursive(recursive, input, whenTrue, whenFalse);
                break;
            case IListPatternOperation list when input.Type is PointerType memory:
                MatchList(list, input, memory.Element, whenTrue, whenFalse);
                break;
            default:
                MatchUnknown(pattern, input, whenTrue, whenFalse);
                break;
        }
    }

    /// <summary>A list pattern on a span or an array: its length first, then its elements.</summary>
    private void MatchList(IListPatternOperation list, Place input, IrType element, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        if (list.InputType is IArrayTypeSymbol)
            Require(list, BinaryOperator.NotEqual, Operand.Copy(input), Operand.Null(input.Type), input.Type, whenFalse);
        var slice = -1;
        for (var i = 0; i < list.Patterns.Length; i++)
            slice = list.Patterns[i] is ISlicePatternOperation ? i : slice;
        var fixedLength = list.Patterns.Length - (slice < 0 ? 0 : 1);
        var length = AsCopy(Length(Operand.Copy(input), element, list, new Place(_builder.Temporary(ScalarType.I32))));
        Require(list, slice < 0 ? BinaryOperator.Equal : BinaryOperator.GreaterOrEqual, length, Operand.Constant(fixedLength, ScalarType.I32), ScalarType.I32, whenFalse);
        for (var i = 0; i < list.Patterns.Length; i++)
        {
            switch (list.Patterns[i])
            {
                case IDiscardPatternOperation or ISlicePatternOperation { Pattern: null }:
                    break;
                case ISlicePatternOperation { Pattern: { } part } rest:
                    var partLength = EmitBinary(BinaryOperator.Subtract, length, Operand.Constant(fixedLength, ScalarType.I32), ScalarType.I32, rest, new Place(_builder.Temporary(ScalarType.I32)));
                    var start = Bytes(Operand.Constant(i, ScalarType.I32), element, rest);
                    MatchPart(part, Derive(Operand.Copy(input), start, Bytes(partLength, element, rest), input.Type, rest, new Place(_builder.Temporary(input.Type))).Place, whenFalse);
                    break;
                case var part:
                    var index = slice < 0 || i < slice
                        ? Operand.Constant(i, ScalarType.I32)
                        : EmitBinary(BinaryOperator.Subtract, length, Operand.Constant(list.Patterns.Length - i, ScalarType.I32), ScalarType.I32, part, new Place(_builder.Temporary(ScalarType.I32)));
                    MatchPart(part, input.Element(AsCopy(index), element), whenFalse);
                    break;
            }
        }

        Bind(list.DeclaredSymbol, input, list);
        _builder.Goto(At(list), whenTrue);
    }

    /// <summary>Goes on in a new block where a comparison holds.</summary>
    private void Require(IPatternOperation pattern, BinaryOperator @operator, Operand left, Operand right, IrType type, BlockBuilder whenFalse)
    {
        var holds = new Place(_builder.Temporary(ScalarType.Bool, Render(pattern.Syntax)));
        _builder.Emit(new BinaryInstruction(At(pattern), holds, @operator, left, right, type));
        var next = _builder.NewBlock(_handlers);
        _builder.Terminate(new BranchTerminator(At(pattern), Operand.Move(holds), next.Index, whenFalse.Index));
        _builder.Select(next);
    }

    /// <summary>A list pattern on something else, or one that the compiler could not make sense of: whether it matches is not known.</summary>
    private void MatchUnknown(IPatternOperation pattern, Place input, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        var matches = new Place(_builder.Temporary(ScalarType.Bool, Render(pattern.Syntax)));
        _builder.Emit(Opaque(At(pattern), matches, OpaqueReason.Other, "a pattern on what is no memory", input.Type.ContainsOwner ? [] : [Operand.Copy(input)]));
        BindUnknown(pattern);
        _builder.Terminate(new BranchTerminator(At(pattern), Operand.Move(matches), whenTrue.Index, whenFalse.Index));
    }

    private void BindUnknown(IOperation pattern)
    {
        var symbol = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        if (symbol is ILocalSymbol local)
            _builder.Emit(Opaque(At(pattern), VariablePlace(local, local.Type, isByRef: false), OpaqueReason.Part, "a list pattern"));
        foreach (var child in pattern.ChildOperations)
            BindUnknown(child);
    }

    private void MatchComparison(
        IPatternOperation pattern,
        IOperation value,
        BinaryOperator @operator,
        Place input,
        BlockBuilder whenTrue,
        BlockBuilder whenFalse)
    {
        var matches = new Place(_builder.Temporary(ScalarType.Bool, Render(pattern.Syntax)));
        if (Constant(value) is { } constant && constant.Type.GetType() == input.Type.GetType())
            _builder.Emit(new BinaryInstruction(At(pattern), matches, @operator, Operand.Copy(input), constant, input.Type));
        else
            _builder.Emit(OpaqueComparison(pattern, matches, input));
        _builder.Terminate(new BranchTerminator(At(pattern), Operand.Move(matches), whenTrue.Index, whenFalse.Index));
    }

    private static OpaqueInstruction OpaqueComparison(IPatternOperation pattern, Place matches, Place input)
    {
        var (reason, description) = NoCounterpart.OfComparison(pattern.InputType);
        return Opaque(At(pattern), matches, reason, description, input.Type.ContainsOwner ? [] : [Operand.Copy(input)]);
    }

    private static BinaryOperator Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
        _ => BinaryOperator.GreaterOrEqual,
    };

    /// <summary>Goes on in a new block where the type matches.</summary>
    private void MatchType(IPatternOperation pattern, Place input, BlockBuilder whenFalse)
    {
        var isSame = SymbolEqualityComparer.Default.Equals(Substitute(pattern.InputType), Substitute(pattern.NarrowedType));
        if (isSame && input.Type is not HandleType)
            return;
        var matches = new Place(_builder.Temporary(ScalarType.Bool, Render(pattern.Syntax)));
        if (isSame)
            _builder.Emit(new BinaryInstruction(At(pattern), matches, BinaryOperator.NotEqual, Operand.Copy(input), Operand.Null(input.Type), input.Type));
        else
            _builder.Emit(Opaque(At(pattern), matches, OpaqueReason.RuntimeType, "a type test", input.Type.ContainsOwner ? [] : [Operand.Copy(input)]));
        var next = _builder.NewBlock(_handlers);
        _builder.Terminate(new BranchTerminator(At(pattern), Operand.Move(matches), next.Index, whenFalse.Index));
        _builder.Select(next);
    }

    private void Bind(ISymbol? symbol, Place input, IOperation pattern)
    {
        if (symbol is not ILocalSymbol local)
            return;
        var target = VariablePlace(local, local.Type, isByRef: false);
        if (target.Type == input.Type)
            _builder.Emit(new AssignInstruction(At(pattern), target, Operand.Copy(input)));
        else
            _builder.Emit(Opaque(At(pattern), target, OpaqueReason.RuntimeType, "a type test", input.Type.ContainsOwner ? [] : [Operand.Copy(input)]));
    }

    private void MatchRecursive(IRecursivePatternOperation pattern, Place input, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        MatchType(pattern, input, whenFalse);
        if (pattern.DeconstructSymbol is IMethodSymbol method)
        {
            MatchDeconstructed(pattern, method, input, whenFalse);
            MatchProperties(pattern, input, whenFalse);
            Bind(pattern.DeclaredSymbol, input, pattern);
            _builder.Goto(At(pattern), whenTrue);
            return;
        }

        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var part = pattern.DeconstructionSubpatterns[i];
            if (part is IDiscardPatternOperation)
                continue;
            if (input.Type is not StructType tuple || i >= tuple.Fields.Length)
            {
                MatchUnknown(pattern, input, whenTrue, whenFalse);
                return;
            }

            MatchPart(part, input.Field(tuple.Fields[i]), whenFalse);
        }

        MatchProperties(pattern, input, whenFalse);
        Bind(pattern.DeclaredSymbol, input, pattern);
        _builder.Goto(At(pattern), whenTrue);
    }

    /// <summary>A positional pattern on what has a <c>Deconstruct</c>: its results are matched.</summary>
    private void MatchDeconstructed(IRecursivePatternOperation pattern, IMethodSymbol method, Place input, BlockBuilder whenFalse)
    {
        var results = CallDeconstruct(_scope.Substitution.Apply(method), input, At(pattern), [.. pattern.DeconstructionSubpatterns]);
        for (var i = 0; i < results.Length; i++)
        {
            if (pattern.DeconstructionSubpatterns[i] is not IDiscardPatternOperation)
                MatchPart(pattern.DeconstructionSubpatterns[i], results[i], whenFalse);
        }
    }

    private void MatchProperties(IRecursivePatternOperation pattern, Place input, BlockBuilder whenFalse)
    {
        foreach (var property in pattern.PropertySubpatterns)
        {
            var outer = _patternInput;
            _patternInput = input;
            var member = property.Member;
            var value = FlowCaptures.IsVariable(member) || IsBackedProperty(member) ? Location(member) : PlaceOf(Lower(member, null), member);
            _patternInput = outer;
            if (property.Pattern is IConstantPatternOperation { Value.ConstantValue.Value: bool wanted } && value.Type == ScalarType.Bool)
                MatchBool(property, value, wanted, whenFalse);
            else
                MatchPart(property.Pattern, value, whenFalse);
        }
    }

    private void MatchPart(IPatternOperation part, Place value, BlockBuilder whenFalse)
    {
        var next = _builder.NewBlock(_handlers);
        Match(part, value, next, whenFalse);
        _builder.Select(next);
    }

    /// <summary>Branches on the bool itself, so that the branch is the null test where the property is one.</summary>
    private void MatchBool(IPropertySubpatternOperation property, Place value, bool wanted, BlockBuilder whenFalse)
    {
        var next = _builder.NewBlock(_handlers);
        _builder.Terminate(new BranchTerminator(
            At(property),
            value.Local.IsTemporary ? Operand.Move(value) : Operand.Copy(value),
            wanted ? next.Index : whenFalse.Index,
            wanted ? whenFalse.Index : next.Index));
        _builder.Select(next);
    }
}
