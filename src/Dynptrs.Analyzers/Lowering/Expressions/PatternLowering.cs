using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Patterns: walked into comparisons and branches. What always matches makes no branch.</summary>
internal sealed class PatternLowering(
    FunctionScope scope,
    FunctionBuilder builder,
    Emitter emit,
    FunctionVariables variables,
    ExpressionLowering expressions)
{
    private readonly FunctionScope _scope = scope;
    private readonly FunctionBuilder _builder = builder;
    private readonly Emitter _emit = emit;
    private readonly FunctionVariables _variables = variables;
    private readonly ExpressionLowering _expressions = expressions;

    /// <summary>What the pattern that is being matched looks at, while a member of it is read.</summary>
    public Place? Input { get; private set; }

    /// <summary>Ends the current block with the branches that decide whether a value matches a pattern.</summary>
    public void Test(IIsPatternOperation test, BlockBuilder whenTrue, BlockBuilder whenFalse) =>
        Match(test.Pattern, PlaceToMatch(test.Value), whenTrue, whenFalse);

    private Place PlaceToMatch(IOperation value) => FlowCaptures.IsVariable(value) || _expressions.IsBackedProperty(value)
        ? _expressions.PlaceOf(value)
        : _emit.KeepInPlace(_expressions.Value(value), value);

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
                var second = _builder.NewBlock();
                Match(both.LeftPattern, input, second, whenFalse);
                _builder.Select(second);
                Match(both.RightPattern, input, whenTrue, whenFalse);
                break;
            case IBinaryPatternOperation either:
                var other = _builder.NewBlock();
                Match(either.LeftPattern, input, whenTrue, other);
                _builder.Select(other);
                Match(either.RightPattern, input, whenTrue, whenFalse);
                break;
            case IConstantPatternOperation constant:
                MatchComparison(constant, constant.Value, BinaryOperator.Equal, input, whenTrue, whenFalse);
                break;
            case IRelationalPatternOperation relational:
                MatchComparison(relational, relational.Value, OperatorOf(relational.OperatorKind), input, whenTrue, whenFalse);
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
        var results = _expressions.CallDeconstruct(
            _scope.Substitution.Apply(method),
            input,
            At(pattern),
            [.. pattern.DeconstructionSubpatterns]);
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
            var outer = Input;
            Input = input;
            var member = property.Member;
            var value = PlaceToMatch(member);
            Input = outer;
            if (property.Pattern is IConstantPatternOperation { Value.ConstantValue.Value: bool wanted } && value.Type == ScalarType.Bool)
                MatchBool(property, value, wanted, whenFalse);
            else
                MatchPart(property.Pattern, value, whenFalse);
        }
    }

    private void MatchPart(IPatternOperation part, Place value, BlockBuilder whenFalse)
    {
        var next = _builder.NewBlock();
        Match(part, value, next, whenFalse);
        _builder.Select(next);
    }

    /// <summary>Branches on the bool itself, so that the branch is the null test where the property is one.</summary>
    private void MatchBool(IPropertySubpatternOperation property, Place value, bool wanted, BlockBuilder whenFalse)
    {
        var next = _builder.NewBlock();
        _builder.Terminate(new BranchTerminator(
            At(property),
            value.Local.IsTemporary ? Operand.Move(value) : Operand.Copy(value),
            wanted ? next.Index : whenFalse.Index,
            wanted ? whenFalse.Index : next.Index));
        _builder.Select(next);
    }

    private void MatchComparison(
        IPatternOperation pattern,
        IOperation value,
        BinaryOperator @operator,
        Place input,
        BlockBuilder whenTrue,
        BlockBuilder whenFalse)
    {
        var matches = _emit.Temporary(ScalarType.Bool, pattern);
        if (_expressions.ConstantOf(value) is { } constant && constant.Type.GetType() == input.Type.GetType())
            _builder.Emit(new BinaryInstruction(At(pattern), matches, @operator, Operand.Copy(input), constant, input.Type));
        else
            _builder.Emit(OpaqueComparison(pattern, matches, input));
        _builder.Terminate(new BranchTerminator(At(pattern), Operand.Move(matches), whenTrue.Index, whenFalse.Index));
    }

    private static OpaqueInstruction OpaqueTest(IPatternOperation pattern, Place target, Place input)
    {
        var (reason, description) = NoCounterpart.OfTest(pattern.InputType);
        return Emitter.Opaque(At(pattern), target, reason, description, input.Type.ContainsOwner ? [] : [Operand.Copy(input)]);
    }

    private static OpaqueInstruction OpaqueComparison(IPatternOperation pattern, Place matches, Place input)
    {
        // What a test has made a number of, where that was refused.
        var (reason, description) = TypeLowering.Scalar(pattern.InputType) is not null && input.Type is not ScalarType
            ? (OpaqueReason.Part, "a comparison")
            : NoCounterpart.OfComparison(pattern.InputType);
        return Emitter.Opaque(At(pattern), matches, reason, description, input.Type.ContainsOwner ? [] : [Operand.Copy(input)]);
    }

    private static BinaryOperator OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
        _ => BinaryOperator.GreaterOrEqual,
    };

    /// <summary>Goes on in a new block where the type matches.</summary>
    private void MatchType(IPatternOperation pattern, Place input, BlockBuilder whenFalse)
    {
        var isSame = SymbolEqualityComparer.Default.Equals(
            _scope.Substitution.Apply(pattern.InputType),
            _scope.Substitution.Apply(pattern.NarrowedType));
        if (isSame && input.Type is not HandleType)
            return;
        var matches = _emit.Temporary(ScalarType.Bool, pattern);
        if (isSame)
            _builder.Emit(new BinaryInstruction(
                At(pattern),
                matches,
                BinaryOperator.NotEqual,
                Operand.Copy(input),
                Operand.Null(input.Type),
                input.Type));
        else
            _builder.Emit(OpaqueTest(pattern, matches, input));
        var next = _builder.NewBlock();
        _builder.Terminate(new BranchTerminator(At(pattern), Operand.Move(matches), next.Index, whenFalse.Index));
        _builder.Select(next);
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
        var length = Emitter.AsCopy(_emit.ReadLength(Operand.Copy(input), element, list, _emit.Temporary(ScalarType.I32)));
        Require(
            list,
            slice < 0 ? BinaryOperator.Equal : BinaryOperator.GreaterOrEqual,
            length,
            Operand.Constant(fixedLength, ScalarType.I32),
            ScalarType.I32,
            whenFalse);
        for (var i = 0; i < list.Patterns.Length; i++)
        {
            switch (list.Patterns[i])
            {
                case IDiscardPatternOperation or ISlicePatternOperation { Pattern: null }:
                    break;
                case ISlicePatternOperation { Pattern: { } part } rest:
                    var partLength = _emit.Compute(
                        BinaryOperator.Subtract,
                        length,
                        Operand.Constant(fixedLength, ScalarType.I32),
                        ScalarType.I32,
                        rest,
                        _emit.Temporary(ScalarType.I32));
                    var start = _emit.ScaleToBytes(Operand.Constant(i, ScalarType.I32), element, rest);
                    MatchPart(
                        part,
                        _emit.Derive(
                            Operand.Copy(input),
                            start,
                            _emit.ScaleToBytes(partLength, element, rest),
                            input.Type,
                            rest,
                            _emit.Temporary(input.Type)).Place,
                        whenFalse);
                    break;
                case var part:
                    var index = slice < 0 || i < slice
                        ? Operand.Constant(i, ScalarType.I32)
                        : _emit.Compute(
                            BinaryOperator.Subtract,
                            length,
                            Operand.Constant(list.Patterns.Length - i, ScalarType.I32),
                            ScalarType.I32,
                            part,
                            _emit.Temporary(ScalarType.I32));
                    MatchPart(part, input.Element(Emitter.AsCopy(index), element), whenFalse);
                    break;
            }
        }

        Bind(list.DeclaredSymbol, input, list);
        _builder.Goto(At(list), whenTrue);
    }

    /// <summary>Goes on in a new block where a comparison holds.</summary>
    private void Require(
        IPatternOperation pattern,
        BinaryOperator @operator,
        Operand left,
        Operand right,
        IrType type,
        BlockBuilder whenFalse)
    {
        var holds = _emit.Temporary(ScalarType.Bool, pattern);
        _builder.Emit(new BinaryInstruction(At(pattern), holds, @operator, left, right, type));
        var next = _builder.NewBlock();
        _builder.Terminate(new BranchTerminator(At(pattern), Operand.Move(holds), next.Index, whenFalse.Index));
        _builder.Select(next);
    }

    private void Bind(ISymbol? symbol, Place input, IOperation pattern)
    {
        if (symbol is not ILocalSymbol local)
            return;
        var target = _variables.PlaceOf(local, local.Type, isByRef: false);
        if (target.Type == input.Type)
            _builder.Emit(new AssignInstruction(At(pattern), target, Operand.Copy(input)));
        else
            _builder.Emit(OpaqueTest((IPatternOperation)pattern, target, input));
    }

    /// <summary>
    /// A list pattern on something else, or one that the compiler could not make sense of: whether it matches is not known.
    /// </summary>
    private void MatchUnknown(IPatternOperation pattern, Place input, BlockBuilder whenTrue, BlockBuilder whenFalse)
    {
        var matches = _emit.Temporary(ScalarType.Bool, pattern);
        _builder.Emit(Emitter.Opaque(
            At(pattern),
            matches,
            OpaqueReason.Other,
            "a pattern on what is no memory",
            input.Type.ContainsOwner ? [] : [Operand.Copy(input)]));
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
            _builder.Emit(Emitter.Opaque(
                At(pattern),
                _variables.PlaceOf(local, local.Type, isByRef: false),
                OpaqueReason.Part,
                "a list pattern"));
        foreach (var child in pattern.ChildOperations)
            BindUnknown(child);
    }
}
