using System;
using System.Collections.Immutable;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Transfer;

/// <summary>What each instruction but a call does to a state.</summary>
internal sealed class InstructionTransfer(PlaceEvaluator places, Reporter reporter, CounterpartChecks counterparts, CopyChecks copies)
{
    private readonly PointerTransfer _pointers = new(places, reporter);

    public void Execute(State state, Instruction instruction)
    {
        switch (instruction)
        {
            case AssignInstruction assign:
                Assign(state, assign);
                break;
            case BinaryInstruction binary:
                places.Write(
                    state,
                    binary.Target,
                    IsPoisoned(state, binary.Left) || IsPoisoned(state, binary.Right) ? PoisonedValue.Instance : Evaluate(state, binary),
                    binary.Site);
                break;
            case UnaryInstruction unary:
                places.Write(
                    state, unary.Target, IsPoisoned(state, unary.Source) ? PoisonedValue.Instance : Evaluate(state, unary), unary.Site);
                break;
            case ConvertInstruction convert:
                places.Write(
                    state,
                    convert.Target,
                    IsPoisoned(state, convert.Source) ? PoisonedValue.Instance : Evaluate(state, convert),
                    convert.Site);
                break;
            case AddressOfInstruction address:
                _pointers.TakeAddress(state, address);
                break;
            case DeriveInstruction derive:
                _pointers.Derive(state, derive);
                break;
            case AllocateInstruction allocate:
                Allocate(state, allocate);
                break;
            case LengthInstruction length:
                places.Write(
                    state,
                    length.Target,
                    IsPoisoned(state, length.Source) ? PoisonedValue.Instance : GetLength(state, length),
                    length.Site);
                break;
            case MemoryBlockInstruction block:
                Execute(state, block);
                break;
            case ClearInstruction clear:
                places.Clear(state, clear.Target, clear.Site);
                break;
            case FunctionValueInstruction function:
                places.Write(state, function.Target, new FunctionValue(function.Function), function.Site);
                break;
            case EndOfScopeInstruction end:
                EndScope(state, state.Frame.FirstCell + end.Local.FirstCell, end.Local.Type, end.Site);
                break;
            case OpaqueInstruction opaque:
                Execute(state, opaque);
                break;
        }
    }

    /// <summary>Whether a variable holds what was made of something that is refused.</summary>
    private static bool IsPoisoned(State state, in Operand operand) =>
        operand.Kind is OperandKind.Copy or OperandKind.Move
        && operand.Place is { IsLocal: true, Local: var local }
        && state.Cells[state.Frame.FirstCell + local.FirstCell] is PoisonedValue;

    private void Assign(State state, AssignInstruction assign)
    {
        var source = assign.Source;
        if (source.Type.ContainsOwner && source.Kind != OperandKind.Move)
        {
            copies.Refuse(state, source, assign.Site);
            places.WriteAll(state, assign.Target, Poison.Fill(source.Type.CellCount), assign.Site);
            return;
        }

        var values = places.ReadAll(state, source, assign.Site);
        if (source.Type.ContainsOwner)
            ForgetMoved(state, source, assign.Site);
        places.WriteAll(state, assign.Target, values, assign.Site);
    }

    private void ForgetMoved(State state, Operand source, Site site)
    {
        var location = places.Locate(state, source.Place, site);
        for (var i = 0; location.IsCell && i < source.Type.CellCount; i++)
            state.Cells[location.Cell + i] = null;
    }

    private Value Evaluate(State state, BinaryInstruction binary)
    {
        if (binary.Type is not ScalarType type)
            return CompareHandles(state, binary);
        var (first, second) = (places.Read(state, binary.Left, binary.Site), places.Read(state, binary.Right, binary.Site));
        if (first is PointerValue || second is PointerValue)
            return EvaluateAddress(state, binary, type, first, second);
        var left = PlaceEvaluator.ToNumber(state, first, binary.Left.Type);
        var right = PlaceEvaluator.ToNumber(state, second, binary.Right.Type);
        var result = binary.Operator.IsComparison()
            ? Compare(state, binary.Operator, left, right, type)
            : Compute(state, binary.Operator, left, right, type, isLinked: binary.Left.Kind == OperandKind.Constant);
        return result.With(Lineage.Of(left.Lineage, right.Lineage));
    }

    private static NumberValue Compare(State state, BinaryOperator @operator, NumberValue left, NumberValue right, ScalarType type)
    {
        if (left.IsSame(right))
        {
            return NumberValue.Constant(
                @operator is BinaryOperator.Equal or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual ? 1 : 0);
        }

        return ScalarComparison.Decide(@operator, left.Range, right.Range, type.IsSigned) is { } outcome
            ? NumberValue.Constant(outcome ? 1 : 0)
            : state.NewNumber(Scalar.Bool, new CompareOutcome(@operator, left, right, type.IsSigned));
    }

    // Where the left side is constant, the result is linked to the right one only if that is asked.
    private static NumberValue Compute(
        State state, BinaryOperator @operator, NumberValue left, NumberValue right, ScalarType type, bool isLinked)
    {
        // Linux 7.2 knows what a constant divisor leaves, and nothing of any other.
        var isForgotten = state.Frame.IsStrict
            && @operator is (BinaryOperator.Divide or BinaryOperator.Remainder)
            && !right.Range.IsConstant;
        var range = isForgotten ? Scalar.Of(type) : ScalarArithmetic.Apply(@operator, left.Range, right.Range, type);

        // Follows adjust_reg_min_max_vals: Linux links the result to what a constant is added to. A compiler lets a literal be that constant;
        // a variable that is constant now, as the counter of a first round is, stays on its side.
        var isRight = left.Range.IsConstant && @operator != BinaryOperator.Subtract && (isLinked || !state.Frame.IsStrict);
        var (source, constant) = isRight ? (right, left.Range) : (left, right.Range);
        if (!constant.IsConstant)
            return state.NewNumber(range);
        if (@operator == BinaryOperator.And)
            return state.NewNumber(range, source, source.Projection.And(constant.UnsignedMin));
        if (@operator is not (BinaryOperator.Add or BinaryOperator.Subtract))
            return state.NewNumber(range);
        var addend = @operator == BinaryOperator.Add ? constant.SignedMin : unchecked(-constant.SignedMin);
        if (source.Projection.Add(addend, type) is null)
            source = ToRoot(state, source);
        return state.NewNumber(range, source, source.Projection.Add(addend, type));
    }

    /// <summary>
    /// Lets a number be one of its own where nothing else is left that was made of the same one, so that what is made of it now is linked
    /// to it.
    /// </summary>
    private static NumberValue ToRoot(State state, NumberValue number)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is NumberValue other && other.Id == number.Id && other.Projection != number.Projection)
                return number;
        }

        var root = state.NewNumber(number.Range, number.Outcome).With(number.Lineage);
        for (var cell = cells.Next(-1); cell >= 0 && number.Id != 0; cell = cells.Next(cell))
        {
            if (cells[cell] is NumberValue same && same.Id == number.Id)
                cells[cell] = root;
        }

        return root;
    }

    /// <summary>Computes with an address that is kept as a number.</summary>
    /// <remarks>Follows <c>adjust_reg_min_max_vals</c>: a pointer may be moved, and two of them subtracted.</remarks>
    private Value EvaluateAddress(State state, BinaryInstruction binary, ScalarType type, Value? left, Value? right)
    {
        if (binary.Operator.IsComparison())
            return state.NewNumber(Scalar.Bool);
        switch (binary.Operator, left, right)
        {
            case (BinaryOperator.Add, PointerValue pointer, not PointerValue):
                return Move(state, binary, pointer, binary.Left, ToOffset(state, right, type));
            case (BinaryOperator.Add, not PointerValue, PointerValue pointer):
                return Move(state, binary, pointer, binary.Right, ToOffset(state, left, type));
            case (BinaryOperator.Subtract, PointerValue pointer, not PointerValue):
                var back = ScalarArithmetic.Apply(UnaryOperator.Negate, ToOffset(state, right, type), ScalarType.I64);
                return Move(state, binary, pointer, binary.Left, back);
            case (BinaryOperator.Subtract, PointerValue, PointerValue):
                return state.NewUnknown(type);
        }

        // Bits that are set or cleared leave a pointer into the same memory.
        if (!state.Frame.IsStrict)
        {
            return binary.Operator is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor
                && (left as PointerValue ?? right as PointerValue) is { } masked
                    ? masked.At(Scalar.All, length: null)
                    : state.NewUnknown(type);
        }

        var finding = new NoCounterpart(binary.Site, "", "a calculation with an address", OpaqueReason.Address);
        reporter.Report(state, finding, About.Any(left is PointerValue ? left : right));
        return PoisonedValue.Instance;
    }

    private static Scalar ToOffset(State state, Value? value, ScalarType type)
    {
        var number = PlaceEvaluator.ToNumber(state, value, type);
        number.Lineage?.MarkPrecise();
        return number.Range;
    }

    private Value Move(State state, BinaryInstruction binary, PointerValue pointer, in Operand operand, in Scalar offset) =>
        places.Derive(state, pointer, offset, null, PlaceEvaluator.GetName(operand), binary.Site);

    private Value CompareHandles(State state, BinaryInstruction binary)
    {
        if (binary is { Left.Kind: OperandKind.Copy or OperandKind.Move, Right.Kind: OperandKind.Copy or OperandKind.Move }
            && places.Read(state, binary.Left, binary.Site) is PointerValue { Packet: not null } left
            && places.Read(state, binary.Right, binary.Site) is PointerValue right)
        {
            return state.NewNumber(Scalar.Bool, PacketProofs.Compare(binary.Operator, left, right));
        }

        var (tested, other) = binary.Right.Kind == OperandKind.Null ? (binary.Left, binary.Right) : (binary.Right, binary.Left);
        if (other.Kind != OperandKind.Null || binary.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return state.NewNumber(Scalar.Bool);
        return TestNull(
            state, places.Read(state, tested, binary.Site), binary.Operator == BinaryOperator.Equal, PlaceEvaluator.GetName(tested));
    }

    /// <summary>The outcome of comparing a value with null.</summary>
    public static Value TestNull(State state, Value? value, bool resultWhenNull, string name)
    {
        var (id, nullness) = value switch
        {
            PointerValue { Ending: null } pointer => (pointer.Id, pointer.Nullness),
            HandleValue { Ending: null } handle => (handle.Id, handle.Nullness),
            AddressValue => (0, Nullness.NotNull),
            _ => (0, Nullness.Unknown),
        };
        return nullness switch
        {
            Nullness.Unknown when id == 0 => state.NewNumber(Scalar.Bool),
            Nullness.Unknown => state.NewNumber(Scalar.Bool, new NullOutcome(id, resultWhenNull, name)),
            _ => NumberValue.Constant((nullness == Nullness.Null) == resultWhenNull ? 1 : 0),
        };
    }

    private Value Evaluate(State state, UnaryInstruction unary)
    {
        var source = places.ReadNumber(state, unary.Source, unary.Site);
        var range = ScalarArithmetic.Apply(unary.Operator, source.Range, unary.Type);
        var result = unary.Operator == UnaryOperator.Not
            ? state.NewNumber(range, new CompareOutcome(BinaryOperator.Equal, source, NumberValue.Constant(0), isSigned: false))
            : state.NewNumber(range);
        return result.With(source.Lineage);
    }

    private Value Evaluate(State state, ConvertInstruction convert)
    {
        var value = places.Read(state, convert.Source, convert.Site);
        if (value is PointerValue && convert.To.Size == ScalarType.U64.Size)
            return value;
        var source = PlaceEvaluator.ToNumber(state, value, convert.Source.Type);
        var range = source.Range.Fit(convert.To);

        // The same 64-bit pattern is the same number: what is learned of one holds for the other.
        var converted = range == source.Range ? source : state.NewNumber(range, source, source.Projection.Fit(convert.To)).With(source.Lineage);
        return converted.With(source.IsPartOfRegister && convert.To.Size == convert.From.Size);
    }

    private void Allocate(State state, AllocateInstruction allocate)
    {
        var length = allocate.Length is { } bytes ? places.ReadNumber(state, bytes, allocate.Site) : null;
        var pointer = new PointerValue(state.NewId(), allocate.Origin)
        {
            Nullness = Nullness.NotNull,
            IsReadOnly = allocate.Origin == MemoryOrigin.Constant
                || allocate is { Origin: MemoryOrigin.Global, Target.Type: PointerType { IsReadOnly: true } },
            Size = length is { Range: { IsConstant: true, SignedMin: >= 0 and var size } } ? size : PointerValue.UnknownSize,
            Bytes = length,
            StackDepth = allocate.Origin == MemoryOrigin.Stack ? state.Frame.Depth : 0,
            KernelParts = (allocate.Variable as GlobalVariable)?.Type.KernelParts ?? ImmutableArray<KernelPart>.Empty,
            Variable = allocate.Variable ?? allocate.Data,
        };
        if (allocate.Origin is MemoryOrigin.Stack or MemoryOrigin.Constant)
            state.Record(TraceStepKind.Allocated, allocate.Site, PlaceEvaluator.GetName(allocate.Target), "", pointer.Id);
        places.Write(state, allocate.Target, pointer, allocate.Site);
    }

    /// <summary>The length of a span: the default one is empty.</summary>
    private NumberValue GetLength(State state, LengthInstruction length)
    {
        if (places.Read(state, length.Source, length.Site) is not PointerValue { Bytes: { } bytes } || length.Stride < 1)
            return state.NewNumber(Scalar.Signed(0, int.MaxValue));
        // The length of a span of bytes is the number that it was made with.
        if (length.Stride == 1 && bytes.Id != 0 && Scalar.Signed(0, int.MaxValue).Contains(bytes.Range))
            return bytes;
        var elements = ScalarArithmetic.Apply(BinaryOperator.Divide, bytes.Range, Scalar.Constant(length.Stride), ScalarType.I64);
        return state.NewNumber(elements.Meet(Scalar.Signed(0, int.MaxValue)));
    }

    private void Execute(State state, MemoryBlockInstruction block)
    {
        var destination = GetAlive(state, block.Destination, block.Site);
        var isWrite = block.Operator is MemoryBlockOperator.Fill or MemoryBlockOperator.Copy;
        var count = destination?.Length;
        if (block.Operand.Type is PointerType && GetAlive(state, block.Operand, block.OperandSite) is { Length: { } length } source)
        {
            count = isWrite ? length : count;
            places.CheckBuffer(state, source, length, isWrite: false, PlaceEvaluator.GetName(block.Operand), block.OperandSite);
        }

        if (destination is not null && count is { } bytes)
            places.CheckBuffer(state, destination, bytes, isWrite, PlaceEvaluator.GetName(block.Destination), block.Site);
        if (block.Target is { } target)
            places.Write(state, target, state.NewNumber(GetAnswer(block, destination)), block.Site);
    }

    private static Scalar GetAnswer(MemoryBlockInstruction block, PointerValue? destination)
    {
        if (block.Operator != MemoryBlockOperator.IndexOf)
            return Scalar.Bool;
        var stride = ((PointerType)block.Destination.Type).Element.Size;
        var bytes = destination?.Length?.SignedMax ?? int.MaxValue;
        return Scalar.Signed(-1, stride > 0 ? Math.Min(bytes / stride, int.MaxValue) - 1 : int.MaxValue - 1);
    }

    /// <summary>The memory of a span, where it is alive. An empty one is no null pointer: nothing is reached through it.</summary>
    private PointerValue? GetAlive(State state, Operand span, Site site) =>
        places.Read(state, span, site) is PointerValue pointer
        && (pointer.Ending is null || places.CheckAccess(state, pointer, PlaceEvaluator.GetName(span), site))
        && pointer.Nullness == Nullness.NotNull
            ? pointer
            : null;

    private void EndScope(State state, int cell, IrType type, Site site)
    {
        if (type is StructType structure)
        {
            foreach (var field in structure.Fields)
                EndScope(state, cell + field.CellOffset, field.Type, site);
            return;
        }

        if (type is not PointerType
            && state.FindReference(Ownership.GetReference(state.Cells[cell])) is { IsCallers: false } reference
            && !Ownership.IsHeldElsewhere(state, reference.Id, cell))
        {
            reporter.ReportLeak(state, site, reference);
            state.RemoveReference(reference.Id);
        }

        state.Cells[cell] = null;
    }

    private void Execute(State state, OpaqueInstruction opaque)
    {
        var isRefused = counterparts.IsRefused(state, opaque);
        foreach (var input in opaque.Inputs)
        {
            if (input.Kind is not (OperandKind.Copy or OperandKind.Move))
                continue;
            if (input.Type.ContainsOwner && input.Kind == OperandKind.Copy)
                copies.Refuse(state, input, opaque.Site);
            else
                GetAlive(state, input, opaque.Site);
        }

        Value result = UnknownValue.Instance;
        foreach (var place in opaque.Escapes)
            result = _pointers.Escape(state, place, opaque);
        if (opaque.Target is not { } target)
            return;
        if (isRefused)
            result = PoisonedValue.Instance;
        else if (target.Type is not PointerType)
            result = UnknownValue.Instance;
        places.WriteAll(state, target, Values.Repeat(result, target.Type.CellCount), opaque.Site);
    }
}
