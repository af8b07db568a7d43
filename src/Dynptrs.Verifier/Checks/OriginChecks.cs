using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks where memory comes from that a call wants from one source only.</summary>
internal sealed class OriginChecks(Reporter reporter)
{
    /// <summary>Checks memory that must be a map value or a global.</summary>
    /// <remarks>
    /// Follows <c>bpf_dynptr_from_mem</c>, which takes nothing but <c>PTR_TO_MAP_VALUE</c>. In host code the heap stands for
    /// maps, and what is not known is not refused.
    /// </remarks>
    /// <returns>Whether it is allowed.</returns>
    public bool CheckMapMemory(State state, MethodContract contract, in Argument source, in ArgumentState argument)
    {
        if (argument.Value is PoisonedValue)
            return true;
        var isStrict = state.Frame.IsStrict;
        var pointer = argument.Value as PointerValue;
        var origin = argument.Place.IsCell && source.Passing != ArgumentPassing.Value ? MemoryOrigin.Stack : GetOrigin(argument.Value);
        var isAllowed = origin switch
        {
            MemoryOrigin.Global => true,
            MemoryOrigin.View => pointer is { Owner: 0, Reference: 0 },
            MemoryOrigin.Heap or MemoryOrigin.Unknown or MemoryOrigin.Foreign => !isStrict,
            // Nothing is reached through an empty span, wherever it lies.
            _ => !isStrict && pointer is { Size: 0 },
        };
        if (isAllowed)
            return true;
        reporter.Report(
            state,
            new NotMapMemory(source.Site, PlaceEvaluator.GetName(source.Value), contract.Name, origin),
            new About(pointer?.Id ?? 0, pointer?.Owner ?? 0));
        return false;
    }

    /// <summary>Checks what a callback is handed on, which must lie on the stack.</summary>
    /// <remarks>Follows <c>stack_ptr_types</c> of <c>ARG_PTR_TO_STACK_OR_NULL</c>.</remarks>
    /// <returns>Whether it does.</returns>
    public bool CheckContext(State state, MethodContract contract, in Argument source, in ArgumentState argument)
    {
        if (!state.Frame.IsStrict
            || source.Passing == ArgumentPassing.Value
            || argument.Place.IsCell
            || argument.Value is not PointerValue { Nullness: not Nullness.Null, Origin: not MemoryOrigin.Stack and var origin } pointer)
        {
            return true;
        }

        Refuse(state, new NotStackMemory(source.Site, PlaceEvaluator.GetName(source.Value), contract.Name, origin), pointer);
        return false;
    }

    /// <summary>Checks memory that must be a constant string.</summary>
    /// <remarks>
    /// Follows <c>check_reg_const_str</c>, which takes nothing but read-only data of the program at a constant address: how long it is
    /// says the string itself. Host code may take a string from anywhere.
    /// </remarks>
    /// <returns>Whether it is one.</returns>
    public bool CheckConstantString(State state, MethodContract contract, in Argument source, in ArgumentState argument)
    {
        if (argument.Value is PoisonedValue)
            return true;
        var pointer = argument.Value as PointerValue;
        if (pointer is { IsReadOnly: true, Origin: MemoryOrigin.Constant or MemoryOrigin.Global, Offset.IsConstant: true })
            return true;
        reporter.Report(
            state,
            new NotConstantString(source.Site, PlaceEvaluator.GetName(source.Value), contract.Name, GetOrigin(argument.Value)),
            new About(pointer?.Id ?? 0, pointer?.Owner ?? 0));
        return false;
    }

    /// <summary>Checks that memory which is given back is what a call acquired, and of the kind that is asked for.</summary>
    /// <remarks>Follows <c>bpf_ringbuf_submit</c>, which takes nothing but <c>PTR_TO_MEM | MEM_RINGBUF</c>.</remarks>
    /// <returns>Whether it is.</returns>
    public bool CheckReleased(State state, ParameterContract parameter, MethodContract contract, in Argument source, PointerValue view)
    {
        if (view.Nullness == Nullness.Null)
            return true;
        if (state.FindReference(view.Reference) is not { } reference)
        {
            if (parameter.ReleasesIfHeld && view.Owner == 0)
                return true;
            Refuse(state, new ReleaseOfPart(source.Site, PlaceEvaluator.GetName(source.Value), contract.Name), view);
            return false;
        }

        if (parameter.Kind is not { } wanted || reference.Kind is not { } kind || kind == wanted)
            return true;
        var mismatch = new KindMismatch(wanted, kind);
        Refuse(state, new ReleaseWrongKind(source.Site, PlaceEvaluator.GetName(source.Value), mismatch, contract.Name), view);
        state.RemoveReference(view.Reference);
        return false;
    }

    private static MemoryOrigin GetOrigin(Value? value) => value switch
    {
        PointerValue pointer => pointer.Origin,
        AddressValue => MemoryOrigin.Stack,
        _ => MemoryOrigin.Unknown,
    };

    private void Refuse(State state, Finding finding, PointerValue view) => reporter.Report(state, finding, new About(view.Id, view.Owner));
}
