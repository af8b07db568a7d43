using System.Collections.Immutable;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Transfer;

/// <summary>Calls of which nothing is known but what C# says: they may read and write what they are given.</summary>
internal sealed class UnknownCalls(PlaceEvaluator places, CopyChecks copies, CounterpartChecks counterparts, Reporter reporter)
{
    public void Execute(State state, CallInstruction call)
    {
        var isRefused = counterparts.IsRefused(state, call);
        PointerValue? derived = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Passing == ArgumentPassing.Value)
                derived ??= PassValue(state, argument);
            else
                Pass(state, argument, call.Target.Name);
            if (isRefused
                && argument is { Passing: ArgumentPassing.Ref or ArgumentPassing.Out, Value.Kind: OperandKind.Copy or OperandKind.Move })
            {
                places.WriteAll(state, argument.Value.Place, Poison.Fill(argument.Value.Type.CellCount), argument.Site);
            }
        }

        if (call.Result is not { } result)
            return;
        if (result.Type.ContainsOwner)
        {
            reporter.Report(state, new MadeByUnknown(call.Site, PlaceEvaluator.GetName(result), call.Target.Name));
            derived = null;
        }

        // By C#'s rules of ref safety, a pointer that comes back points into what was given, if into anything that can die.
        var values = ImmutableArray.CreateBuilder<Value?>(result.Type.CellCount);
        for (var i = 0; i < result.Type.CellCount; i++)
            values.Add(isRefused ? PoisonedValue.Instance : GetResult(state, result.Type, derived));
        places.WriteAll(state, result, values.MoveToImmutable(), call.Site);
    }

    /// <summary>Goes on after a call that was refused: of what it was given nothing is known any more.</summary>
    public void Skip(State state, CallInstruction call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Passing == ArgumentPassing.Value || argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
                continue;
            if (places.Locate(state, argument.Value.Place, argument.Site) is not { IsCell: true } location)
                continue;
            Poison.Owners(state, location.Cell, argument.Value.Type);
            places.WriteAll(state, argument.Value.Place, Poison.Fill(argument.Value.Type.CellCount), argument.Site);
        }

        if (call.Result is { } result)
            places.WriteAll(state, result, Poison.Fill(result.Type.CellCount), call.Site);
    }

    /// <summary>Gives a place to what is not followed.</summary>
    public void Pass(State state, in Argument argument, string callee)
    {
        if (argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
            return;
        var location = places.Locate(state, argument.Value.Place, argument.Site);
        if (!location.IsCell)
            return;
        var type = argument.Value.Type;
        if (type.ContainsOwner)
        {
            var finding = new PassedToUnknown(argument.Site, PlaceEvaluator.GetName(argument.Value), callee);
            reporter.Report(state, finding, About.Owner(state.Cells[location.Cell]));
            Poison.Owners(state, location.Cell, type);
        }

        Lend(state, location.Cell, type, argument);
    }

    /// <summary>Lets what is not followed read a variable, and write it unless it may not.</summary>
    private void Lend(State state, int cell, IrType type, in Argument argument)
    {
        for (var i = 0; i < type.CellCount; i++)
        {
            if (state.Cells[cell + i] is PointerValue { Ending: not null } pointer)
                places.CheckAccess(state, pointer, PlaceEvaluator.GetName(argument.Value), argument.Site);
        }

        if (argument.Passing != ArgumentPassing.In)
            places.Forget(state, cell, type);
    }

    private static Value GetResult(State state, IrType type, PointerValue? derived)
    {
        if (type.ContainsOwner)
            return PoisonedValue.Instance;
        return type is ScalarType or HandleType ? state.NewUnknown(type) : derived ?? (Value)UnknownValue.Instance;
    }

    private PointerValue? PassValue(State state, in Argument argument)
    {
        if (argument.Value is { Kind: OperandKind.Copy, Type.ContainsOwner: true })
        {
            copies.Refuse(state, argument.Value, argument.Site);
            return null;
        }

        PointerValue? first = null;
        foreach (var value in places.ReadAll(state, argument.Value, argument.Site))
        {
            if (value is AddressValue address && argument.Value.Type is PointerType { Element: { ContainsOwner: false } element })
                Lend(state, address.Cell, element, argument);
            if (value is not PointerValue pointer)
                continue;
            if (pointer.Ending is not null || argument.Value.Type is ViewType)
                places.CheckAccess(state, pointer, PlaceEvaluator.GetName(argument.Value), argument.Site);
            else if (pointer.Owner != 0)
                first ??= pointer;
        }

        return first;
    }
}
