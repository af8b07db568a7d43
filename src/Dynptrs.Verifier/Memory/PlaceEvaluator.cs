using System.Collections.Immutable;
using System.Globalization;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Memory;

/// <summary>Finds, reads and writes places, and checks each access to memory on the way.</summary>
/// <param name="reporter">Takes what is wrong.</param>
/// <param name="observer">Is told of accesses.</param>
/// <param name="loading">As what variables are read that host code sets before a program is loaded.</param>
internal sealed class PlaceEvaluator(Reporter reporter, IAccessObserver observer, Loading loading)
{
    private readonly MemoryChecks _memory = new(reporter, observer);
    private readonly Overwrites _overwrites = new(reporter);
    private readonly KnownNumbers _known = new(loading);

    /// <summary>The name of a place as the source writes it, without the dereferences that C# hides.</summary>
    public static string GetName(Place place)
    {
        var name = place.Local.Name;
        foreach (var step in place.Steps)
        {
            if (name.Length > 0 && step is FieldStep field)
                name = name + "." + field.Field.Name;
        }

        return name;
    }

    /// <summary>The name of what an operand reads, or empty for a constant.</summary>
    public static string GetName(Operand operand) => operand.Kind is OperandKind.Copy or OperandKind.Move ? GetName(operand.Place) : "";

    public ResolvedPlace Locate(State state, Place place, Site site)
    {
        var location = ResolvedPlace.OfCell(state.Frame.FirstCell + place.Local.FirstCell);
        var steps = place.Steps;
        for (var i = 0; i < steps.Length; i++)
        {
            location = steps[i] switch
            {
                FieldStep field => GetField(location, field.Field),
                ElementStep element => FollowElement(state, location, place, i, element, site),
                _ => Follow(state, location, place, i, site, Scalar.Zero),
            };
        }

        return location;
    }

    /// <summary>The value of an operand that takes one cell.</summary>
    public Value? Read(State state, Operand operand, Site site)
    {
        switch (operand.Kind)
        {
            case OperandKind.Constant:
                return NumberValue.Constant(operand.Value);
            case OperandKind.Null:
                return operand.Type is HandleType
                    ? new HandleValue(state.NewId(), 0, null, Nullness.Null)
                    : PointerValue.Null(state.NewId());
            default:
                var location = Locate(state, operand.Place, site);
                CheckMemory(state, location, operand.Place, isWrite: false, site);
                if (location.Pointer is { Variable: not null } memory && _known.Read(state, memory, location.Offset, operand.Type) is { } known)
                    return known;
                if (!location.IsCell || (operand.Type is ScalarType && state.Frame.IsEscaped(location.Cell)))
                    return state.NewUnknown(operand.Type);
                return state.Cells[location.Cell] is ExposedValue ? state.NewUnknown(operand.Type) : state.Cells[location.Cell];
        }
    }

    /// <summary>The number that an operand is; where nothing is known, any of its type.</summary>
    public NumberValue ReadNumber(State state, Operand operand, Site site) => ToNumber(state, Read(state, operand, site), operand.Type);

    /// <summary>The number that an operand is, which decides where an access goes or how large it is.</summary>
    public NumberValue ReadExactly(State state, Operand operand, Site site)
    {
        var number = ReadNumber(state, operand, site);
        number.Lineage?.MarkPrecise();
        return number;
    }

    /// <summary>The number that a value of a type is; where nothing is known, any of the type.</summary>
    public static NumberValue ToNumber(State state, Value? value, IrType type) =>
        value as NumberValue ?? state.NewNumber(type is ScalarType scalar ? Scalar.Of(scalar) : Scalar.All);

    /// <summary>All cells of an operand.</summary>
    public ImmutableArray<Value?> ReadAll(State state, Operand operand, Site site)
    {
        var count = operand.Type.CellCount;
        if (count == 1)
            return [Read(state, operand, site)];
        var values = ImmutableArray.CreateBuilder<Value?>(count);
        var location = operand.Kind is OperandKind.Copy or OperandKind.Move ? Locate(state, operand.Place, site) : ResolvedPlace.Unknown;
        if (location.Pointer is not null)
            CheckMemory(state, location, operand.Place, isWrite: false, site);
        for (var i = 0; i < count; i++)
        {
            values.Add(location.IsCell && state.Cells[location.Cell + i] is not ExposedValue
                ? state.Cells[location.Cell + i]
                : UnknownValue.Instance);
        }

        return values.MoveToImmutable();
    }

    public void Write(State state, Place place, Value? value, Site site)
    {
        var location = Locate(state, place, site);
        CheckMemory(state, location, place, isWrite: true, site);
        if (!location.IsCell)
        {
            Keep(state, value, place, place.Type, site);
            return;
        }

        if (place.Type.ContainsOwner)
            Overwrite(state, location.Cell, place.Type, GetName(place), site);
        if (!state.References.IsEmpty)
            _overwrites.CheckLost(state, location.Cell, [value], place, site);
        Store(state, location.Cell, value);
    }

    public void WriteAll(State state, Place place, ImmutableArray<Value?> values, Site site)
    {
        if (values.Length == 1)
        {
            Write(state, place, values[0], site);
            return;
        }

        var location = Locate(state, place, site);
        CheckMemory(state, location, place, isWrite: true, site);
        if (!location.IsCell)
        {
            for (var i = 0; i < values.Length; i++)
                Keep(state, values[i], place, StructType.Find(place.Type, i).Type, site);
            return;
        }

        if (place.Type.ContainsOwner)
            Overwrite(state, location.Cell, place.Type, GetName(place), site);
        if (!state.References.IsEmpty)
            _overwrites.CheckLost(state, location.Cell, values, place, site);
        for (var i = 0; i < values.Length; i++)
            Store(state, location.Cell + i, values[i]);
    }

    /// <summary>What is kept in memory that is not followed is given back, or used, by whoever takes it from there.</summary>
    private void Keep(State state, Value? value, Place place, IrType type, Site site)
    {
        switch (value)
        {
            case HandleValue { Reference: not 0, Ending: null } handle:
                state.RemoveReference(handle.Reference);
                break;
            case PointerValue { Reference: not 0, Ending: null } record when type is not (ScalarType or PointerType):
                state.RemoveReference(record.Reference);
                break;
            case PointerValue { Ending: not null } gone when type is not ScalarType && !state.Frame.IsStrict:
                CheckAccess(state, gone, GetName(place), site);
                break;
        }
    }

    /// <summary>Stores the default value of the type.</summary>
    public void Clear(State state, Place place, Site site)
    {
        var location = Locate(state, place, site);
        CheckMemory(state, location, place, isWrite: true, site);
        if (!location.IsCell)
            return;
        if (!state.References.IsEmpty)
            _overwrites.CheckLost(state, location.Cell, Values.Repeat(NumberValue.Constant(0), place.Type.CellCount), place, site);
        Clear(state, location.Cell, place.Type, GetName(place), place.Local.IsTemporary, site);
    }

    /// <summary>Forgets what is known of a place whose content may change unseen. Owners in it are left to the caller.</summary>
    public void Forget(State state, int cell, IrType type)
    {
        switch (type)
        {
            case StructType structure:
                foreach (var field in structure.Fields)
                    Forget(state, cell + field.CellOffset, field.Type);
                break;
            case OwnerType:
                break;
            default:
                Store(state, cell, state.NewUnknown(type));
                break;
        }
    }

    /// <summary>Ends the owners that a place holds, because something else is stored there.</summary>
    public void Overwrite(State state, int cell, IrType type, string name, Site site) =>
        _overwrites.EndOwners(state, cell, type, name, site);

    /// <summary>Checks that a pointer may be used, and reports it where it may not.</summary>
    /// <returns>Whether it may.</returns>
    public bool CheckAccess(State state, PointerValue pointer, string name, Site site)
    {
        if (pointer.Ending is { } ending)
        {
            Finding dead = ending.Kind switch
            {
                LifetimeEnd.Released => new ViewOfReleased(site, name),
                LifetimeEnd.Overwritten => new ViewOfOverwritten(site, name),
                _ => new ViewOfChangedPacket(site, name) { IsPointer = pointer.Packet is not null },
            };
            reporter.Report(state, dead, About.Pointer(pointer));
            Poison.Pointer(state, pointer.Id);
            return false;
        }

        if (pointer.Nullness == Nullness.NotNull)
            return true;
        reporter.Report(
            state, pointer.Nullness == Nullness.Null ? new Null(site, name) : new MaybeNull(site, name), About.Pointer(pointer));
        Poison.Pointer(state, pointer.Id);
        return false;
    }

    /// <summary>Makes a place without owners into plain memory, whose content is not followed.</summary>
    public static void Expose(State state, int cell, int count)
    {
        for (var i = 0; i < count; i++)
            state.Cells[cell + i] = ExposedValue.Instance;
    }

    private static void Store(State state, int cell, Value? value)
    {
        if (state.Cells[cell] is not ExposedValue)
            state.Cells[cell] = value;
    }

    private void Clear(State state, int cell, IrType type, string name, bool isTemporary, Site site)
    {
        switch (type)
        {
            case StructType structure:
                foreach (var field in structure.Fields)
                    Clear(state, cell + field.CellOffset, field.Type, name + "." + field.Name, isTemporary, site);
                break;
            case OwnerType:
                Overwrite(state, cell, type, name, site);
                // What a temporary has held before is not the owner's.
                if (isTemporary || state.Cells[cell] is not (GoneOwnerValue or PoisonedValue))
                    state.Cells[cell] = null;
                break;
            case ScalarType:
                Store(state, cell, NumberValue.Constant(0));
                break;
            case HandleType:
                state.Cells[cell] = new HandleValue(state.NewId(), 0, null, Nullness.Null);
                break;
            case ViewType or PointerType:
                state.Cells[cell] = PointerValue.Null(state.NewId());
                break;
            default:
                Store(state, cell, UnknownValue.Instance);
                break;
        }
    }

    /// <summary>
    /// The pointer to a place that is not followed, in whose bounds an element must lie already where its address is taken.
    /// </summary>
    /// <remarks>In a program, a place that is nowhere was refused on the way to it.</remarks>
    public Value GetPointer(State state, in ResolvedPlace location, Place place, Site site)
    {
        if (location.Pointer is not { } pointer)
            return state.Frame.IsStrict ? PoisonedValue.Instance : UnknownValue.Instance;
        var isElement = !place.Steps.IsEmpty && place.Steps[place.Steps.Length - 1] is ElementStep && !IsBefore(pointer, location, place);
        return isElement && !_memory.CheckElement(state, pointer, location.Offset, place.Type.Size, GetName(place), site)
            ? PoisonedValue.Instance
            : MemoryChecks.Move(state, pointer, location.Offset, length: null);
    }

    /// <summary>The pointer to a part of the memory of another pointer, which must lie in it as far as that is known.</summary>
    public Value Derive(State state, PointerValue pointer, in Scalar offset, NumberValue? length, string name, Site site) =>
        !_memory.CheckMove(state, pointer, offset, name, site)
        || (length is { } count && !_memory.CheckPart(state, pointer, offset, count.Range, name, site))
            ? PoisonedValue.Instance
            : MemoryChecks.Move(state, pointer, offset, length);

    /// <summary>A ref to an element of a view, which must lie in it.</summary>
    public Value GetElement(State state, PointerValue view, in Scalar index, int size, string name, Site site)
    {
        var offset = ScalarArithmetic.Apply(BinaryOperator.Multiply, index, Scalar.Constant(size), ScalarType.I64);
        return _memory.Check(state, view, offset, size, isWrite: false, name, site)
            ? MemoryChecks.Move(state, view, offset, length: null)
            : PoisonedValue.Instance;
    }

    /// <summary>Checks what is given to a call as memory: something must be known of where it points.</summary>
    /// <returns>Whether that is so.</returns>
    public bool CheckOrigin(State state, Value? value, string name, Site site)
    {
        if (value is not UnknownValue || !state.Frame.IsStrict)
            return value is not PointerValue pointer || _memory.CheckOrigin(state, pointer, name, site);
        reporter.Report(state, new UnknownOrigin(site, name));
        return false;
    }

    public bool CheckBuffer(State state, PointerValue span, in Scalar length, bool isWrite, string name, Site site)
    {
        span.Bytes?.Lineage?.MarkPrecise();
        return _memory.CheckBuffer(state, span, length, isWrite, name, site);
    }

    /// <summary>Checks a value that a call is given as a whole, whatever it does with it.</summary>
    public bool CheckContent(State state, PointerValue value, string name, Site site) =>
        value.KernelParts.IsEmpty
        || value.Nullness == Nullness.Null
        || _memory.CheckBuffer(state, value, Scalar.Constant(value.Size), isWrite: false, name, site);

    public bool CheckUnmoved(State state, PointerValue pointer, in Scalar offset, string name, Site site) =>
        _memory.CheckUnmoved(state, pointer, offset, name, site);

    /// <summary>Checks that a place may be reached where it lies in memory.</summary>
    /// <param name="state">The path.</param>
    /// <param name="location">Where the place lies.</param>
    /// <param name="place">The place.</param>
    /// <param name="isWrite">Whether it is written.</param>
    /// <param name="site">Where.</param>
    /// <param name="own">The type of the kernel's whose function it is that is given the place, or <see langword="null"/>.</param>
    /// <returns>Whether it may.</returns>
    public bool CheckMemory(State state, in ResolvedPlace location, Place place, bool isWrite, Site site, KernelType? own = null)
    {
        return location.Pointer is not { } pointer
            || (_memory.Check(
                    state, pointer, location.Offset, place.Type.Size, isWrite, GetName(place), site, own, !IsBefore(pointer, location, place))
                && _memory.CheckAlignment(state, pointer, location.Offset, place, site));
    }

    /// <summary>Whether a place lies, or may lie, before what a pointer points to, that no span is: there may be memory, too.</summary>
    private static bool IsBefore(PointerValue pointer, in ResolvedPlace location, Place place)
    {
        var step = place.Steps.Length - 1;
        while (step >= 0 && place.Steps[step] is FieldStep)
            step--;
        return step >= 0
            && place.Steps[step] is ElementStep { MayBeNegative: true }
            && location.Offset.SignedMin < 0
            && pointer.Offset.SignedMin > 0;
    }

    private static ResolvedPlace GetField(in ResolvedPlace location, StructField field) => location switch
    {
        { IsCell: true } => ResolvedPlace.OfCell(location.Cell + field.CellOffset),
        { Pointer: { } pointer } => ResolvedPlace.OfMemory(
            pointer,
            field.ByteOffset < 0
                ? Scalar.All
                : ScalarArithmetic.Apply(BinaryOperator.Add, location.Offset, Scalar.Constant(field.ByteOffset), ScalarType.I64)),
        _ => ResolvedPlace.Unknown,
    };

    private ResolvedPlace FollowElement(State state, in ResolvedPlace location, Place place, int step, ElementStep element, Site site)
    {
        var value = Read(state, element.Index, site);
        if (value is PoisonedValue)
            return ResolvedPlace.Unknown;
        var index = ToNumber(state, value, element.Index.Type);
        index.Lineage?.MarkPrecise();
        var offset = element.Stride < 0
            ? Scalar.All
            : ScalarArithmetic.Apply(BinaryOperator.Multiply, index.Range, Scalar.Constant(element.Stride), ScalarType.I64);
        return Follow(state, location, place, step, site, offset);
    }

    private ResolvedPlace Follow(State state, in ResolvedPlace location, Place place, int step, Site site, in Scalar offset)
    {
        if (!location.IsCell)
        {
            return location.Pointer is not null && IsPointerFollowed(state, place, step)
                ? ResolvedPlace.OfMemory(NewForeignPointer(state), offset)
                : ResolvedPlace.Unknown;
        }

        switch (state.Cells[location.Cell])
        {
            case AddressValue address when offset == Scalar.Zero:
                return ResolvedPlace.OfCell(address.Cell);
            case AddressValue address
                when TypeBefore(place, step) is PointerType { Element: (PointerType or ViewType or ScalarType) and { Size: > 0 and var size } }:
                return FollowVariables(state, address, offset, size, GetPrefixName(place, step), site);
            case PointerValue pointer:
                return CheckAccess(state, pointer, GetPrefixName(place, step), site)
                    ? ResolvedPlace.OfMemory(pointer, offset)
                    : ResolvedPlace.Unknown;
            case HandleValue { Ending: not null } handle:
                reporter.Report(state, new UseReleased(site, GetPrefixName(place, step)), About.Handle(handle));
                Poison.Object(state, handle);
                return ResolvedPlace.Unknown;
            case ExposedValue when IsPointerFollowed(state, place, step):
                return ResolvedPlace.OfMemory(NewForeignPointer(state), offset);
            case UnknownValue when IsPointerFollowed(state, place, step):
                var foreign = NewForeignPointer(state);
                state.Cells[location.Cell] = foreign;
                return ResolvedPlace.OfMemory(foreign, offset);
            default:
                return ResolvedPlace.Unknown;
        }
    }

    /// <summary>A pointer of which nobody knows where it points.</summary>
    private static PointerValue NewForeignPointer(State state) => PointerValue.To(state.NewId(), MemoryOrigin.Foreign);

    /// <summary>Whether a step of program code goes through a pointer, and not to an object.</summary>
    private static bool IsPointerFollowed(State state, Place place, int step) =>
        state.Frame.IsStrict && TypeBefore(place, step) is PointerType;

    /// <summary>The type of the part of a place before a step, or <see langword="null"/> where it is not known.</summary>
    private static IrType? TypeBefore(Place place, int step)
    {
        var type = place.Local.Type;
        for (var i = 0; i < step; i++)
            type = place.Steps[i] is FieldStep { Field: var field } ? field.Type : (type as PointerType)?.Element;
        return type;
    }

    /// <summary>One of the pointers or numbers that are kept on the stack, one in each cell.</summary>
    private ResolvedPlace FollowVariables(State state, AddressValue variables, in Scalar offset, int size, string name, Site site)
    {
        if (!offset.IsConstant)
            return ResolvedPlace.OfMemory(NewForeignPointer(state), offset);
        var at = offset.SignedMin;
        if (at >= 0 && at <= variables.Size - size)
            return ResolvedPlace.OfCell(variables.Cell + (int)(at / size));
        var access = new MemoryAccess(at, at, size, variables.Size, IsWrite: false, IsCertain: true);
        reporter.Report(state, new OutOfBounds(site, name, access));
        return ResolvedPlace.Unknown;
    }

    /// <summary>The name of the part of a place before a step: of an element that holds a pointer, with its index.</summary>
    private static string GetPrefixName(Place place, int step)
    {
        var name = GetName(place with { Steps = place.Steps.RemoveRange(step, place.Steps.Length - step) });
        if (step == 0 || place.Steps[step - 1] is not ElementStep { Index: var index } || name.Length == 0)
            return name;
        var text = index.Kind == OperandKind.Constant ? index.Value.ToString(CultureInfo.InvariantCulture) : GetName(index);
        return text.Length == 0 ? name : $"{name}[{text}]";
    }
}
