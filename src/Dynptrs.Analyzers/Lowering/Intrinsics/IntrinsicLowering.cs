using System;
using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Expressions;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Intrinsics;

/// <summary>Framework members whose meaning is known: see <see cref="IntrinsicTable"/>.</summary>
internal sealed partial class IntrinsicLowering(FunctionScope scope, FunctionBuilder builder, Emitter emit, ExpressionLowering expressions)
{
    private readonly FunctionScope _scope = scope;
    private readonly AnalyzedCompilation _compilation = scope.Compilation;
    private readonly FunctionBuilder _builder = builder;
    private readonly Emitter _emit = emit;
    private readonly ExpressionLowering _expressions = expressions;

    /// <summary>Lowers a call of a known member, or answers <see langword="null"/> for an overload that is not known.</summary>
    public Operand? Call(Intrinsic intrinsic, IInvocationOperation call, IMethodSymbol method, Place? into)
    {
        var values = InOrder(call, method);
        switch (intrinsic)
        {
            case Intrinsic.Length or Intrinsic.IsEmpty or Intrinsic.EmptySpan or Intrinsic.Element:
                return null;
            case Intrinsic.Slice or Intrinsic.AsSpan:
                return LowerSlice(values, call, into);
            case Intrinsic.Clear when MemoryValue(values[0]) is { } memory:
                return EmitBlock(MemoryBlockOperator.Fill, memory, Operand.Constant(0, ScalarType.U8), values[0]);
            case Intrinsic.Fill when MemoryValue(values[0]) is { } memory:
                return EmitBlock(MemoryBlockOperator.Fill, memory, _expressions.Value(values[1]), values[0]);
            case Intrinsic.CopyTo when MemoryValue(values[0]) is { } source:
                return _expressions.Value(values[1]) is { Type: PointerType } destination
                    ? EmitBlock(MemoryBlockOperator.Copy, destination, source, call)
                    : null;
            case Intrinsic.SequenceEqual or Intrinsic.StartsWith or Intrinsic.EndsWith or Intrinsic.IndexOf or Intrinsic.Contains:
                return LowerComparison(intrinsic, values, call, into);
            case Intrinsic.Overlaps when values.Length == 2 && MemoryValue(values[0]) is { } left:
                return LowerOverlap(_emit.Spill(left, values[0]), _expressions.Value(values[1]), call, into);
            case Intrinsic.FirstElement or Intrinsic.AsBytes or Intrinsic.CastSpan or Intrinsic.AsRefOfSpan
                when MemoryValue(values[0]) is { } memory:
                return _emit.Derive(
                    memory,
                    Emitter.Zero,
                    intrinsic == Intrinsic.AsRefOfSpan ? Emitter.SizeOf(IrTypeOf(method.ReturnType)) : null,
                    _scope.ResultTypeOf(method)!,
                    call,
                    into);
            case Intrinsic.CreateSpan:
                return _emit.MakeSpan(_expressions.PlaceOf(values[0]), _expressions.Value(values[1]), IrTypeOf(call.Type!), call, into);
            case Intrinsic.ReadStruct when MemoryValue(values[0]) is { } memory:
                return LoadFrom(memory, IrTypeOf(call.Type!), values[0]);
            case Intrinsic.WriteStruct when MemoryValue(values[0]) is { } memory:
                return _emit.StoreThrough(_emit.Spill(memory, values[0]), _expressions.Value(values[1]), values[0]);
            case Intrinsic.ReadUnaligned:
                return LoadFrom(TakePointer(values[0], call), IrTypeOf(call.Type!), call);
            case Intrinsic.WriteUnaligned:
                return _emit.StoreThrough(TakePointer(values[0], call), _expressions.Value(values[1]), call);
            case Intrinsic.Reinterpret or Intrinsic.AsRef or Intrinsic.AsPointer:
                return LowerReinterpretation(intrinsic, values[0], call, method, into);
            case Intrinsic.Add or Intrinsic.Subtract or Intrinsic.AddByteOffset:
                return LowerUnsafeAdd(intrinsic, values, call, method, into);
            case Intrinsic.SizeOf:
                return _emit.MakeSize(method.TypeArguments[0], call, into);
            case Intrinsic.SkipInit:
                return LowerSkipInit(_expressions.PlaceOf(values[0]), call);
            case Intrinsic.NullRef:
                return Operand.Null(_scope.ResultTypeOf(method)!);
            case Intrinsic.AreSame:
                return CompareAddresses(BinaryOperator.Equal, values, call, into);
            case Intrinsic.IsAddressLessThan:
                return CompareAddresses(BinaryOperator.Less, values, call, into);
            case Intrinsic.IsAddressGreaterThan:
                return CompareAddresses(BinaryOperator.Greater, values, call, into);
            case Intrinsic.IsNullRef:
                return LowerIsNullRef(values[0], call, into);
            case Intrinsic.ReadLittleEndian or Intrinsic.ReadBigEndian when MemoryValue(values[0]) is { } memory:
                var read = LoadFrom(memory, IrTypeOf(call.Type!), values[0]);
                return intrinsic == Intrinsic.ReadBigEndian ? _emit.ReverseBytes(read, call) : read;
            case Intrinsic.WriteLittleEndian or Intrinsic.WriteBigEndian when MemoryValue(values[0]) is { } memory:
                memory = _emit.Spill(memory, values[0]);
                var written = _expressions.Value(values[1]);
                return _emit.StoreThrough(
                    memory,
                    intrinsic == Intrinsic.WriteBigEndian ? _emit.ReverseBytes(written, call) : written,
                    values[0]);
            case Intrinsic.ReverseEndianness when call.Type is not null && IrTypeOf(call.Type) is ScalarType:
                return _emit.ReverseBytes(_expressions.Value(values[0]), call);
            default:
                return LowerNumber(intrinsic, values, call) ?? LowerShared(intrinsic, values, call);
        }
    }

    /// <summary>The receiver, if any, and the arguments in the order of the parameters.</summary>
    private static ImmutableArray<IOperation> InOrder(IInvocationOperation call, IMethodSymbol method)
    {
        var first = call.Instance is null ? 0 : 1;
        var values = new IOperation[first + call.Arguments.Length];
        if (call.Instance is not null)
            values[0] = call.Instance;
        foreach (var argument in call.Arguments)
            values[first + Math.Min(argument.Parameter?.Ordinal ?? 0, call.Arguments.Length - 1)] = argument.Value;
        return ImmutableArray.Create(values);
    }

    /// <summary>A span, array or pointer, or <see langword="null"/> for something else, whose effects have not happened then.</summary>
    private Operand? MemoryValue(IOperation value) =>
        value.Type is { } type && IrTypeOf(type) is PointerType ? _expressions.Value(value) : null;

    private Operand LoadFrom(Operand memory, IrType type, IOperation operation)
    {
        var pointer = _emit.Derive(
            memory,
            Emitter.Zero,
            Emitter.SizeOf(type),
            _compilation.Types.Pointer(type, isReadOnly: true),
            operation,
            null);
        return _expressions.Load(Operand.Copy(pointer.Place.Dereference(type, DereferenceStep.Unaligned)), operation);
    }

    private Operand EmitBlock(MemoryBlockOperator @operator, Operand destination, Operand operand, IOperation operation)
    {
        _builder.Emit(new MemoryBlockInstruction(At(operation), null, @operator, destination, operand));
        return Operand.Null(HandleType.Instance);
    }

    private IrType IrTypeOf(ITypeSymbol type) => _scope.IrTypeOf(type);
}
