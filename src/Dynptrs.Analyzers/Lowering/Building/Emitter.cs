using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>Emits what takes more than one instruction, or a temporary, out of operands that are evaluated already.</summary>
/// <remarks>
/// It knows no expression: an operation only says where an instruction stands in the source, and what its temporary is called.
/// </remarks>
internal sealed partial class Emitter(FunctionBuilder builder, FunctionScope scope)
{
    private readonly FunctionBuilder _builder = builder;
    private readonly FunctionScope _scope = scope;
    private readonly AnalyzedCompilation _compilation = scope.Compilation;

    /// <summary>No bytes.</summary>
    public static Operand Zero { get; } = Operand.Constant(0, ScalarType.I64);

    /// <summary>Makes a temporary, named after the expression whose value it holds.</summary>
    public Place Temporary(IrType type, IOperation? operation = null) =>
        new(_builder.Temporary(type, operation is null ? "" : Render(operation.Syntax)));

    /// <summary>Makes a temporary for a pointer, named after the expression whose value it holds.</summary>
    public Place TemporaryPointer(IrType element, IOperation? operation = null) =>
        Temporary(_compilation.Types.Pointer(element, isReadOnly: false), operation);

    /// <summary>The place that the last instruction of an expression writes.</summary>
    public Place ChooseTarget(Place? into, IrType type, IOperation operation) =>
        into is { } place && place.Type == type ? place : Temporary(type, operation);

    /// <summary>Keeps a value from changing while what follows is evaluated.</summary>
    public Operand Spill(Operand operand, IOperation operation)
    {
        if (operand.Kind != OperandKind.Copy || (operand.Place.Local.IsTemporary && operand.Place.IsLocal))
            return operand;
        var temporary = Temporary(operand.Type, operation);
        _builder.Emit(new AssignInstruction(At(operation), temporary, operand));
        return Operand.Move(temporary);
    }

    /// <summary>The same for what is not in a variable of the function.</summary>
    public Operand SpillMemory(Operand operand, IOperation operation) =>
        operand is { Kind: OperandKind.Copy, Place.IsLocal: false } ? Spill(operand, operation) : operand;

    /// <summary>
    /// The place of a value; a value that has none, or whose place is somebody else's where it must be its own, is put into a
    /// temporary.
    /// </summary>
    public Place KeepInPlace(Operand operand, IOperation operation, bool isOwn = false)
    {
        if (operand.Kind == OperandKind.Move || (operand.Kind == OperandKind.Copy && !isOwn))
            return operand.Place;
        var temporary = Temporary(operand.Type, operation);
        _builder.Emit(new AssignInstruction(At(operation), temporary, operand));
        return temporary;
    }

    /// <summary>Makes sure that a place stays the same whatever is evaluated next: its address is taken now.</summary>
    public Place Pin(Place place, IOperation operation)
    {
        var isFixed = true;
        var isOwnLocal = place.Local.IsTemporary;
        foreach (var step in place.Steps)
        {
            isFixed &= step is FieldStep
                || (isOwnLocal
                    && (step is DereferenceStep || step is ElementStep { Index: { Kind: OperandKind.Constant or OperandKind.Move } }));
        }

        if (isFixed)
            return place;
        var pointer = TemporaryPointer(place.Type, operation);
        _builder.Emit(new AddressOfInstruction(At(operation), pointer, place));
        return pointer.Dereference(place.Type);
    }

    /// <summary>Reads a temporary without taking it, so that it can be read again.</summary>
    public static Operand AsCopy(Operand operand) => operand.Kind == OperandKind.Move ? Operand.Copy(operand.Place) : operand;

    /// <summary>Makes a pointer to a place.</summary>
    public void TakeAddress(Place source, Place target, Site site)
    {
        if (source.Steps is [DereferenceStep] && source.Local.Type is PointerType)
            _builder.Emit(new AssignInstruction(site, target, Operand.Copy(new Place(source.Local))));
        else
            _builder.Emit(new AddressOfInstruction(site, target, source));
    }

    /// <summary>Calls a target with arguments that are evaluated already.</summary>
    public Operand Call(CallTarget target, IrType? type, ImmutableArray<Argument> arguments, IOperation operation, Place? into)
    {
        if (type is null)
        {
            _builder.Emit(new CallInstruction(At(operation), null, target, arguments));
            return Operand.Null(HandleType.Instance);
        }

        var result = ChooseTarget(into, type, operation);
        _builder.Emit(new CallInstruction(At(operation), result, target, arguments));
        return Operand.Move(result);
    }

    /// <summary>Makes the default value of the type of an expression.</summary>
    public Operand MakeDefault(IOperation operation, Place? into)
    {
        var type = _scope.IrTypeOf(operation.Type!);
        switch (type)
        {
            case ScalarType scalar:
                return Operand.Constant(0, scalar);
            case HandleType or PointerType:
                return Operand.Null(type);
            default:
                var target = ChooseTarget(into, type, operation);
                _builder.Emit(new ClearInstruction(At(operation), target));
                return Operand.Move(target);
        }
    }

    /// <summary>Makes a value of which nothing is known.</summary>
    public Operand MakeOpaque(
        IOperation operation,
        Place? into,
        OpaqueReason reason,
        string description,
        params ImmutableArray<Operand> inputs)
    {
        var target = ChooseTarget(into, operation.Type is { } type ? _scope.IrTypeOf(type) : OpaqueType.Unsized, operation);
        _builder.Emit(Opaque(At(operation), target, reason, description, inputs));
        return Operand.Move(target);
    }

    /// <summary>Notes what program code may not do. Host code does it, and its instructions say how.</summary>
    public void Refuse(Site site, OpaqueReason reason, string description)
    {
        if (_scope.IsProgramCode)
            _builder.Emit(Opaque(site, null, reason, description));
    }

    /// <summary>What overflows throws.</summary>
    public void RefuseChecked(bool isChecked, IOperation operation)
    {
        if (isChecked)
            Refuse(At(operation), OpaqueReason.Exception, "checked arithmetic, which throws where it overflows");
    }

    /// <summary>An instruction without a counterpart in BPF.</summary>
    public static OpaqueInstruction Opaque(
        Site site,
        Place? target,
        OpaqueReason reason,
        string description,
        params ImmutableArray<Operand> inputs) =>
        new(site, target, reason, description, inputs, ImmutableArray<Place>.Empty);

    /// <summary>An instruction that sees memory as something else.</summary>
    public static OpaqueInstruction Reinterpretation(Site site, Place? target, string description, Place escaping) =>
        new(site, target, OpaqueReason.Reinterpretation, description, ImmutableArray<Operand>.Empty, ImmutableArray.Create(escaping));
}
