using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Transfer;

/// <summary>Objects of the kernel's that are lent to a program, and what it reads out of them.</summary>
/// <param name="program">What the section of the program says, or <see langword="null"/> where none is known.</param>
internal sealed class KernelObjects(ProgramFacts? program)
{
    /// <summary>Reads a field that points to another object.</summary>
    /// <remarks>
    /// Follows <c>check_ptr_to_btf_access</c>. Whether what was read out of an object that is not trusted is null is not asked: its fields
    /// are zero then.
    /// </remarks>
    public Value Read(State state, CallInstruction call, string field, StructFieldContract contract, in ArgumentState receiver, string name)
    {
        if (receiver.IsRefused || receiver.Value is PoisonedValue)
            return PoisonedValue.Instance;
        if (!state.Frame.IsStrict)
            return state.NewUnknown(HandleType.Instance);
        var trust = receiver.Value is UntrustedValue || contract.IsProbed ? PointerTrust.None : contract.Trust;
        var isRcu = trust is PointerTrust.Rcu or PointerTrust.RcuOrNull;
        if (trust == PointerTrust.None || (isRcu && !KeepsObjects(state)))
            return new UntrustedValue(state.NewId(), isRead: true);
        var nullness = trust is PointerTrust.TrustedOrNull or PointerTrust.RcuOrNull ? Nullness.Unknown : Nullness.NotNull;
        return Lend(state, call.Site, name, field, nullness, isRcu);
    }

    /// <summary>An object whose reference stays where it is.</summary>
    public static HandleValue Lend(State state, Site site, string name, string by, Nullness nullness, bool isRcu = false)
    {
        var id = state.NewId();
        state.Record(nullness == Nullness.Unknown ? TraceStepKind.Looked : TraceStepKind.Borrowed, site, name, by, id);
        return new HandleValue(id, reference: 0, kind: null, nullness) { IsRcu = isRcu };
    }

    /// <summary>An object under another type, or the one at an address, of which the kernel knows nothing.</summary>
    public static Value Cast(State state, in ArgumentState argument) => argument switch
    {
        { IsRefused: true } or { Value: PoisonedValue } => PoisonedValue.Instance,
        { Value: HandleValue or UntrustedValue } => argument.Value,
        _ when state.Frame.IsStrict => new UntrustedValue(state.NewId(), isRead: true),
        _ => state.NewUnknown(HandleType.Instance),
    };

    /// <summary>Lets go of what was only kept inside of a region that is left.</summary>
    /// <remarks>Follows the <c>rcu_unlock</c> of <c>check_kfunc_call</c>.</remarks>
    public static void LetGo(State state)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is HandleValue { IsRcu: true, Ending: null } handle)
                cells[cell] = new UntrustedValue(handle.Id, isRead: true);
        }
    }

    private bool KeepsObjects(State state)
    {
        if (program is not { IsSleepable: true })
            return true;
        foreach (var region in state.Regions)
        {
            if (region.Contract.KeepsObjects)
                return true;
        }

        return false;
    }
}
