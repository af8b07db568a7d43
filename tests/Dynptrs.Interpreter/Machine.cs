using System.Collections.Generic;
using System.Linq;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>Runs a lowered program step by step, and stops where it misbehaves.</summary>
public sealed partial class Machine
{
    private readonly IEnvironment _environment;
    private readonly Cells _cells = new();
    private readonly List<Reference> _references = [];
    private readonly List<Lifetime> _tagged = [];
    private Frame? _innermost;
    private int _stepsLeft;

    private Machine(IEnvironment environment)
    {
        _environment = environment;
        _stepsLeft = environment.MaxSteps;
    }

    /// <summary>Runs a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">What its parameters hold.</param>
    /// <param name="environment">What it meets.</param>
    /// <returns>What it returns, or <see langword="null"/> for nothing.</returns>
    /// <exception cref="MisbehaviourException">The program misbehaves.</exception>
    /// <exception cref="EndOfRunException">The run ends without a verdict.</exception>
    public static Value? Run(Function program, IReadOnlyList<Value?> arguments, IEnvironment environment)
    {
        var machine = new Machine(environment);
        var result = machine.Run(program, arguments);
        if (machine._references.FirstOrDefault(reference => !reference.IsReleased) is { } leaked)
            throw new MisbehaviourException(Misbehaviour.Leak, leaked.Acquired);
        machine.CheckRegionsLeft();
        return result is [var single, ..] ? single : null;
    }

    internal IReadOnlyList<Value?> Run(FunctionReference reference, IReadOnlyList<Value?> arguments) =>
        Run(reference.Resolve() ?? throw new EndOfRunException($"{reference.Name} has no body"), arguments);

    internal MemoryRegion Expose(int cell, IrType type) => _cells.Expose(cell, type);

    private List<Value?> Run(Function function, IReadOnlyList<Value?> arguments)
    {
        var frame = new Frame(function, _cells.Count, _innermost);
        _innermost = frame;
        _cells.Resize(frame.FirstCell + function.CellCount);
        var next = 0;
        for (var i = 0; i < function.ParameterCount; i++)
        {
            var parameter = function.Locals[i];
            for (var j = 0; j < parameter.Type.CellCount && next < arguments.Count; j++)
                _cells[frame.FirstCell + parameter.FirstCell + j] = arguments[next++];
        }

        var result = Execute(function);
        for (var cell = frame.FirstCell; cell < _cells.Count; cell++)
        {
            if (_cells[cell] is OwnerCell { Owner: var owner } && !result.Contains(_cells[cell]))
                owner.Reference?.Holders.Remove(owner);
        }

        _cells.Resize(frame.FirstCell);
        frame.Lifetime.IsAlive = false;
        _innermost = frame.Caller;
        return result;
    }

    private List<Value?> Execute(Function function)
    {
        var block = function.Blocks[0];
        while (true)
        {
            foreach (var instruction in block.Instructions)
            {
                Step(instruction.Site);
                Execute(instruction);
            }

            Step(block.Terminator.Site);
            switch (block.Terminator)
            {
                case GotoTerminator jump:
                    block = function.Blocks[jump.Target];
                    break;
                case BranchTerminator branch:
                    block = function.Blocks[ReadNumber(branch.Condition, branch.Site) != 0 ? branch.WhenTrue : branch.WhenFalse];
                    break;
                case ReturnTerminator { Value: { } value, Site: var site }:
                    var result = ReadAll(value, site);
                    if (result.Exists(returned => returned is Pointer { Size: > 0, Memory.Frame: { } frame } && frame == _innermost))
                        throw new MisbehaviourException(Misbehaviour.StackReturned, site);
                    return result;
                case ReturnTerminator:
                    return [];
                default:
                    throw new EndOfRunException("an exception is thrown");
            }
        }
    }

    private void Step(Site site)
    {
        if (--_stepsLeft >= 0)
            return;
        throw _environment.MustEnd
            ? new MisbehaviourException(Misbehaviour.DoesNotEnd, site)
            : new EndOfRunException("the run takes too long");
    }

    private void Execute(Instruction instruction)
    {
        switch (instruction)
        {
            case AssignInstruction assign:
                Assign(assign);
                break;
            case BinaryInstruction binary:
                Write(binary.Target, [Evaluate(binary)], binary.Site);
                break;
            case UnaryInstruction unary:
                Write(
                    unary.Target,
                    [new Number(Arithmetic.Apply(unary.Operator, ReadNumber(unary.Source, unary.Site), unary.Type))],
                    unary.Site);
                break;
            case ConvertInstruction convert:
                Write(convert.Target, [Convert(convert)], convert.Site);
                break;
            case ClearInstruction clear:
                var defaults = new List<Value?>();
                Cells.AddDefaults(defaults, clear.Target.Type);
                Write(clear.Target, defaults, clear.Site);
                break;
            case FunctionValueInstruction function:
                Write(function.Target, [new FunctionPointer(function.Function)], function.Site);
                break;
            case EndOfScopeInstruction end:
                EndScope(end.Local);
                break;
            case CallInstruction call:
                Call(call);
                break;
            case OpaqueInstruction opaque:
                Execute(opaque);
                break;
            default:
                ExecuteOnMemory(instruction);
                break;
        }
    }

    private void Assign(AssignInstruction assign)
    {
        if (assign.Source is { Kind: OperandKind.Copy, Type.ContainsOwner: true })
            throw new MisbehaviourException(Misbehaviour.OwnerReached, assign.Site);
        var values = ReadAll(assign.Source, assign.Site);
        if (assign.Source.Type.ContainsOwner)
        {
            var source = Locate(assign.Source.Place, assign.Site).Cell;
            for (var i = 0; i < values.Count; i++)
                _cells[source + i] = null;
        }

        Write(assign.Target, values, assign.Site);
    }

    private Value Evaluate(BinaryInstruction binary)
    {
        var (left, right) = (Read(binary.Left, binary.Site), Read(binary.Right, binary.Site));
        if (binary.Type is not ScalarType type)
        {
            var isEqual = IsNull(left) == IsNull(right);
            return new Number(isEqual == (binary.Operator == BinaryOperator.Equal) ? 1 : 0);
        }

        return left is Pointer || right is Pointer
            ? EvaluateAddress(binary, left, right)
            : new Number(Arithmetic.Apply(binary.Operator, ToNumber(left), ToNumber(right), type));
    }

    /// <summary>Computes with an address: it may be moved, compared, and subtracted from another. Nothing else leads anywhere.</summary>
    private static Value EvaluateAddress(BinaryInstruction binary, Value? left, Value? right) => (binary.Operator, left, right) switch
    {
        (BinaryOperator.Add, Pointer pointer, not Pointer) => Move(pointer, ToNumber(right), -1),
        (BinaryOperator.Add, not Pointer, Pointer pointer) => Move(pointer, ToNumber(left), -1),
        (BinaryOperator.Subtract, Pointer pointer, not Pointer) => Move(pointer, -ToNumber(right), -1),
        (BinaryOperator.Subtract or BinaryOperator.Equal or BinaryOperator.NotEqual, _, _) or
        (BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual, _, _) =>
            new Number(Arithmetic.Apply(binary.Operator, ToNumber(left), ToNumber(right), ScalarType.I64)),
        _ => throw new MisbehaviourException(Misbehaviour.AddressComputed, binary.Site),
    };

    private Value Convert(ConvertInstruction convert)
    {
        var value = Read(convert.Source, convert.Site);
        return value is Pointer && convert.To.Size == ScalarType.U64.Size ? value : new Number(Arithmetic.Cut(ToNumber(value), convert.To));
    }

    private void EndScope(Local local)
    {
        for (var i = 0; i < local.Type.CellCount; i++)
        {
            var cell = _innermost!.FirstCell + local.FirstCell + i;
            if (_cells[cell] is OwnerCell { Owner: var owner })
                owner.Reference?.Holders.Remove(owner);
            _cells.Remove(cell);
        }
    }

    private void Execute(OpaqueInstruction opaque)
    {
        if (opaque.Escapes is not [{ Type.ContainsOwner: false } place] || opaque.Target is not { } target)
            throw new EndOfRunException(opaque.Description + " cannot be run");
        var source = Locate(place, opaque.Site);
        Write(target, [source.Pointer ?? Pointer.To(_cells.Expose(source.Cell, place.Type))], opaque.Site);
    }

    private static bool IsNull(Value? value) => value is null or Pointer { Memory: null, IsForeign: false } or Handle { Target: null };
}
