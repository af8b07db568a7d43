using System.Collections.Immutable;
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

    /// <summary>Lets a parameter of the innermost frame start with a value.</summary>
    public static void SetParameter(State state, Local parameter, ImmutableArray<Value?> values)
    {
        for (var i = 0; i < values.Length; i++)
            state.Cells[state.Frame.FirstCell + parameter.FirstCell + i] = values[i];
    }
}
