using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Domain;
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
    /// Forgets the numbers of a variable whose address a function is given that may write there: it lies on the stack, and where they do not
    /// begin a register, neither the function nor its caller knows what the other has stored.
    /// </summary>
    /// <remarks>
    /// Follows <c>check_stack_write_fixed_off</c>: what is stored at a multiple of eight is kept as it was, of the rest only zeros. Where
    /// several variables fill no whole registers, their order decides, which nothing says. A temporary is made by a constructor, and given
    /// to nobody else by its address.
    /// </remarks>
    public void ForgetParts(State state, in Argument argument)
    {
        const int RegisterSize = 8;
        var type = argument.Value.Type;
        if (!state.Frame.IsStrict
            || argument.Passing is not (ArgumentPassing.Ref or ArgumentPassing.Out)
            || argument.Value is not { Kind: OperandKind.Copy or OperandKind.Move, Place.Local.IsTemporary: false }
            || !IsOfNumbers(type)
            || state.Frame.Facts.StackFrame.LoosePartCount != (type.Size % RegisterSize == 0 ? 0 : 1)
            || places.Locate(state, argument.Value.Place, argument.Site) is not { IsCell: true, Cell: var first }
            || first < state.Frame.FirstCell)
        {
            return;
        }

        for (var cell = first; cell < first + type.CellCount; cell++)
        {
            if (state.Cells[cell] is NumberValue { Range: not { IsConstant: true, SignedMin: 0 } }
                && StructType.Find(type, cell - first) is (ScalarType { Size: < RegisterSize } scalar, var offset)
                && (type.Size - offset) % RegisterSize != 0)
            {
                state.Cells[cell] = state.NewNumber(Scalar.Of(scalar));
            }
        }
    }

    /// <summary>Whether a type is a number, or a struct of nothing else whose layout is fixed.</summary>
    private static bool IsOfNumbers(IrType type) => type switch
    {
        ScalarType => true,
        StructType structure => structure.Fields.All(field => field.ByteOffset >= 0 && IsOfNumbers(field.Type)),
        _ => false,
    };

    /// <summary>Lets a parameter of the innermost frame start with a value.</summary>
    public static void SetParameter(State state, Local parameter, ImmutableArray<Value?> values)
    {
        for (var i = 0; i < values.Length; i++)
            state.Cells[state.Frame.FirstCell + parameter.FirstCell + i] = values[i];
    }
}
