using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Transfer;

/// <summary>Tells calls that concern what is followed from those that do not.</summary>
internal sealed class CallTracking(PlaceEvaluator places)
{
    /// <summary>Whether a call is given, or may give back, anything that is followed: an owner, a view, a reference, a delegate.</summary>
    public bool IsTracked(State state, CallInstruction call)
    {
        if (call.Result is { } result && (result.Type.ContainsOwner || result.Type is ViewType))
            return true;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Kind is not (OperandKind.Copy or OperandKind.Move))
                continue;
            if (argument.Value.Type.ContainsOwner || argument.Value.Type is ViewType)
                return true;
            var location = places.Locate(state, argument.Value.Place, argument.Site);
            if (location.Pointer is { Owner: not 0 })
                return true;
            for (var i = 0; location.IsCell && i < argument.Value.Type.CellCount; i++)
            {
                if (IsTracked(state, state.Cells[location.Cell + i]))
                    return true;
            }

            // A context through which a packet may be changed.
            if (argument.Value.Type is HandleType && Ownership.HasTaggedViews(state))
                return true;
        }

        return false;
    }

    private static bool IsTracked(State state, Value? value) => value switch
    {
        OwnerValue or GoneOwnerValue or FunctionValue => true,
        PointerValue pointer => pointer.Owner != 0,
        HandleValue handle => handle.Reference != 0,
        AddressValue address => IsTracked(state, state.Cells[address.Cell]),
        _ => false,
    };
}
