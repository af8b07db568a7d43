using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Limits;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Transfer;

/// <summary>How a frame is entered: whether it may be, and what it is handed.</summary>
internal sealed class FrameEntry(PlaceEvaluator places, CopyChecks copies, StackChecks stack, Reporter reporter, VerifierOptions options)
{
    /// <summary>Whether the call stack allows another frame; reports where it does not.</summary>
    public bool IsAllowed(State state, Site site, FunctionReference reference)
    {
        if (state.Frame.IsActive(reference))
        {
            reporter.Report(state, new Recursion(site, reference.Name));
            return false;
        }

        if (state.Frame.Depth < options.MaxFrames)
            return true;
        reporter.Report(state, new TooManyFrames(site, reference.Name, options.MaxFrames));
        return false;
    }

    /// <summary>Makes a frame of a function the innermost.</summary>
    public void Push(
        State state,
        CallInstruction call,
        FunctionReference reference,
        Function function,
        Resumption resumption,
        int untrackedDepth)
    {
        stack.CheckCall(state, CallSites.Of(call, resumption.IsCallback), function);
        state.Frame = state.Frame.GetCallee(call, reference, function, resumption, untrackedDepth);
        state.Record(CallSites.Step(state.Frame), id: 0);
        stack.CheckFrame(state);
    }

    /// <summary>The value that a parameter of a followed function starts with.</summary>
    public ImmutableArray<Value?> Evaluate(State state, in Argument argument)
    {
        if (argument.Passing == ArgumentPassing.Value || argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
        {
            if (argument.Value is { Kind: OperandKind.Copy, Type.ContainsOwner: true })
                copies.Report(state, argument.Value, argument.Site);
            return places.ReadAll(state, argument.Value, argument.Site);
        }

        var location = places.Locate(state, argument.Value.Place, argument.Site);
        return location switch
        {
            { IsCell: true } => [new AddressValue(location.Cell, argument.Value.Type.Size)],
            _ => [places.GetPointer(state, location, argument.Value.Place, argument.Site)],
        };
    }

    /// <summary>
    /// Forgets the numbers of a variable whose address a function is given that may write there: it lies on the stack, and where they do
    /// not begin a register, neither the function nor its caller knows what the other has stored.
    /// </summary>
    /// <remarks>
    /// Follows <c>check_stack_write_fixed_off</c>: what is stored at a multiple of eight is kept as it was, of the rest only zeros. A
    /// temporary is made by a constructor, and given to nobody else by its address.
    /// </remarks>
    /// <param name="state">The path.</param>
    /// <param name="argument">What is given.</param>
    /// <param name="isShared">Whether a number is forgotten, too, that begins a register in which another is stored.</param>
    public void ForgetParts(State state, in Argument argument, bool isShared = false)
    {
        if (argument.Value.Kind is not (OperandKind.Copy or OperandKind.Move)
            || FindParts(state, argument) is not var (first, depth)
            || state.Frame.GetOwner(first).IsTemporary(first))
        {
            return;
        }

        var type = argument.Value.Type;
        for (var cell = first; cell < first + type.CellCount; cell++)
            state.Cells[cell] = ForgetPart(state, state.Cells[cell], type, depth, cell - first, isShared);
    }

    /// <summary>
    /// What a function reads behind an address that it is given, where it only reads: its caller keeps what it knows of the variable, which
    /// a compiler has in a register, too.
    /// </summary>
    /// <returns>The values, or nothing where the function may read the variable itself.</returns>
    public ImmutableArray<Value?> ReadParts(State state, in Argument argument)
    {
        var type = argument.Value.Type;
        if (!state.Frame.IsStrict || argument.Passing == ArgumentPassing.Value)
            return ImmutableArray<Value?>.Empty;
        if (argument.Value.Kind == OperandKind.Constant)
            return [ForgetPart(state, NumberValue.Constant(argument.Value.Value), type, type.Size, 0, isShared: true)];
        if (argument.Value.Kind == OperandKind.Null || FindParts(state, argument) is not var (first, depth))
            return ImmutableArray<Value?>.Empty;
        var (values, isForgotten) = (ImmutableArray.CreateBuilder<Value?>(type.CellCount), false);
        for (var i = 0; i < type.CellCount; i++)
        {
            values.Add(ForgetPart(state, state.Cells[first + i], type, depth, i, isShared: true));
            isForgotten |= values[i] != state.Cells[first + i];
        }

        return isForgotten ? values.MoveToImmutable() : ImmutableArray<Value?>.Empty;
    }

    /// <summary>
    /// The first cell of what is given by its address and has numbers of which the kernel may know less, and how far below the end of its
    /// frame it begins.
    /// </summary>
    private (int First, int Depth)? FindParts(State state, in Argument argument)
    {
        if (!state.Frame.IsStrict
            || argument.Passing == ArgumentPassing.Value
            || !IsOfNumbers(argument.Value.Type)
            || places.Locate(state, argument.Value.Place, argument.Site) is not { IsCell: true, Cell: var first })
        {
            return null;
        }

        var owner = state.Frame.GetOwner(first);
        return !owner.IsReferent(first)
            && owner.FindVariable(first) is { } variable
            && owner.Facts.StackFrame.DepthOf(variable) is { } depth
            ? (first, depth - StructType.Find(variable.Type, first - owner.FirstCell - variable.FirstCell).Offset)
            : (first, argument.Value.Type.Size);
    }

    /// <summary>What the kernel knows of one number of a variable on the stack that others read.</summary>
    private static Value? ForgetPart(State state, Value? value, IrType type, int depth, int cell, bool isShared)
    {
        if (value is not NumberValue { Range: not { IsConstant: true, SignedMin: 0 } }
            || StructType.Find(type, cell) is not (ScalarType { Size: < StackFrame.RegisterSize } scalar, var offset))
        {
            return value;
        }

        var isKept = (depth - offset) % StackFrame.RegisterSize == 0 && !(isShared && SharesRegister(type, cell, offset));
        return isKept ? value : state.NewNumber(Scalar.Of(scalar));
    }

    /// <summary>Whether another number lies in the register in which one begins.</summary>
    private static bool SharesRegister(IrType type, int cell, int offset) =>
        cell + 1 < type.CellCount && StructType.Find(type, cell + 1).Offset < offset + StackFrame.RegisterSize;

    /// <summary>Whether a type is a number, or a struct of nothing else whose layout is fixed.</summary>
    private static bool IsOfNumbers(IrType type) => type switch
    {
        ScalarType => true,
        StructType structure => structure.Fields.All(field => field.ByteOffset >= 0 && IsOfNumbers(field.Type)),
        _ => false,
    };

    /// <summary>The number that an argument is once it was moved into the register of its parameter, which fills that.</summary>
    public static ImmutableArray<Value?> Fill(ImmutableArray<Value?> argument) =>
        argument.Length == 1 && argument[0] is NumberValue { IsPartOfRegister: true } number
            ? [number.With(isPartOfRegister: false)]
            : argument;

    /// <summary>Lets a parameter of the innermost frame start with a value.</summary>
    public static void SetParameter(State state, Local parameter, ImmutableArray<Value?> values)
    {
        for (var i = 0; i < values.Length; i++)
            state.Cells[state.Frame.FirstCell + parameter.FirstCell + i] = values[i];
    }

    /// <summary>Lets a parameter of the innermost frame point to values that only it reads.</summary>
    public static void SetReferent(State state, int parameter, ImmutableArray<Value?> values)
    {
        var (function, first) = (state.Frame.Function, state.Frame.FirstCell);
        if (values.IsEmpty || function.Locals[parameter].Type is not PointerType pointer || pointer.Element.CellCount != values.Length)
            return;
        var referent = first + function.GetReferent(parameter);
        for (var i = 0; i < values.Length; i++)
            state.Cells[referent + i] = values[i];
        state.Cells[first + function.Locals[parameter].FirstCell] = new AddressValue(referent, pointer.Element.Size);
    }
}
