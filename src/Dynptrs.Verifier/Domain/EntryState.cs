using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Domain;

/// <summary>The state in which a function is entered that is verified on its own: what its contract says, and else anything.</summary>
internal static class EntryState
{
    public static State Create(Function function, ProgramFacts? program, Loading loading)
    {
        var state = new State(new Frame(function, loading.CellCount));
        loading.Begin(state);
        for (var i = 0; i < function.ParameterCount; i++)
        {
            var parameter = function.Locals[i];
            var contract = function.Contract is { } method && i < method.Parameters.Length ? method.Parameters[i] : null;
            SetParameter(state, function, parameter, contract, function.GetReferent(i));
            if (parameter.Type is HandleType
                && program is { HasTrustedArguments: false }
                && contract is not ({ IsTrusted: true } or { Releases: true }))
            {
                state.Cells[state.Frame.FirstCell + parameter.FirstCell] = new UntrustedValue(state.NewId(), isRead: false);
            }
        }

        return state;
    }

    /// <summary>Sets a parameter to what its declaration says.</summary>
    /// <param name="state">The state, in whose innermost frame the parameter is.</param>
    /// <param name="function">The function.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="contract">What its declaration says, or <see langword="null"/> for nothing.</param>
    /// <param name="referent">The cell of the frame that a by-ref parameter points to.</param>
    public static void SetParameter(State state, Function function, Local parameter, ParameterContract? contract, int referent)
    {
        var cell = state.Frame.FirstCell + parameter.FirstCell;
        switch (parameter.Type)
        {
            case PointerType { Element: OwnerType } pointer:
                referent += state.Frame.FirstCell;
                state.Cells[cell] = new AddressValue(referent, pointer.Element.Size);
                if (contract?.Passing != ArgumentPassing.Out)
                    state.Cells[referent] = NewOwner(state, function, parameter, contract, pointer.IsReadOnly);
                break;
            case PointerType { Element: (PointerType or ViewType) and var element } when parameter.IsByRef && function.Contract is null:
                referent += state.Frame.FirstCell;
                state.Cells[cell] = new AddressValue(referent, element.Size);
                state.Cells[referent] = NewPointer(state, element, contract: null);
                break;
            case ViewType when contract is { Releases: true }:
                var record = AddReference(state, function, parameter.Name, contract.Kind);
                state.Cells[cell] = NewPointer(state, parameter.Type, contract, record);
                break;
            case PointerType or ViewType:
                state.Cells[cell] = NewPointer(state, parameter.Type, contract);
                break;
            case HandleType when contract is { Releases: true, ReleasesIfHeld: false }:
                var reference = AddReference(state, function, parameter.Name, contract.Kind);
                state.Cells[cell] = new HandleValue(state.NewId(), reference, contract.Kind, Nullness.NotNull);
                break;
            case HandleType when function.IsProgram:
                state.Cells[cell] = NewLentObject(state, function, parameter.Name, contract);
                break;
            case ScalarType scalar:
                state.Cells[cell] = state.NewNumber(Scalar.Of(scalar));
                break;
            default:
                for (var i = 0; i < parameter.Type.CellCount; i++)
                    state.Cells[cell + i] = UnknownValue.Instance;
                break;
        }
    }

    /// <summary>Memory of the caller's. What is passed by reference has the size of its type; a span says its length itself.</summary>
    private static PointerValue NewPointer(State state, IrType type, ParameterContract? contract, int reference = 0)
    {
        var (size, isReadOnly) = type switch
        {
            ViewType view => (view.Element?.Size ?? -1, view.IsReadOnly),
            PointerType pointer when contract is { Passing: not ArgumentPassing.Value } => (pointer.Element.Size, false),
            _ => (-1, false),
        };
        var isSpan = type is PointerType && contract is null or { Passing: ArgumentPassing.Value };
        var origin = contract switch
        {
            { IsMapMemory: true } => MemoryOrigin.Global,
            { IsConstantString: true } => MemoryOrigin.Constant,
            _ => MemoryOrigin.Unknown,
        };
        return new PointerValue(state.NewId(), origin)
        {
            // In C# a span that is null is empty, and its length says so.
            Nullness = contract is { MayBeNull: true } && (state.Frame.IsStrict || !isSpan) ? Nullness.Unknown : Nullness.NotNull,
            Size = size,
            KernelParts = origin == MemoryOrigin.Global && type is PointerType { Element: var element } && size == element.Size
                ? element.KernelParts
                : ImmutableArray<KernelPart>.Empty,
            IsReadOnly = isReadOnly || origin == MemoryOrigin.Constant || contract is { IsReadOnlyOrigin: true },
            Reference = reference,
        };
    }

    private static Value NewOwner(State state, Function function, Local parameter, ParameterContract? contract, bool isReadOnly)
    {
        // Perhaps nothing is held; or the body reaches inside, and implements the release: then it is trusted.
        if (contract is { Releases: true }
            && (contract.ReleasesIfHeld || FunctionFacts.Of(function).GetUses(parameter.Index).IsReachedInto))
        {
            return PoisonedValue.Instance;
        }

        var (id, name) = (state.NewId(), parameter.Name);
        if (contract is { Releases: true })
            return new OwnerValue(id, contract.Kind, AddReference(state, function, name, contract.Kind), isBorrowed: false);
        state.Record(TraceStepKind.Borrowed, function.Site, name, function.Name, id);
        return new OwnerValue(
            id,
            contract?.Kind,
            reference: 0,
            isBorrowed: isReadOnly || contract is { IsBorrowed: true } or { Passing: ArgumentPassing.In });
    }

    /// <summary>An object that the kernel gives to a program for as long as that runs.</summary>
    private static HandleValue NewLentObject(State state, Function function, string name, ParameterContract? contract)
    {
        var id = state.NewId();
        var mayBeNull = contract is { MayBeNull: true };
        state.Record(mayBeNull ? TraceStepKind.Looked : TraceStepKind.Borrowed, function.Site, name, "", id);
        return new HandleValue(id, reference: 0, kind: null, mayBeNull ? Nullness.Unknown : Nullness.NotNull);
    }

    private static int AddReference(State state, Function function, string name, string? kind)
    {
        var id = state.NewId();
        state.References = state.References.Add(new Reference(id, kind, name, function.Site, isCallers: !function.IsProgram));
        state.Record(TraceStepKind.Given, function.Site, name, function.Name, id);
        return id;
    }
}
