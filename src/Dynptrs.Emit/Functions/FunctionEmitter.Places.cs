using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>Operands and places.</summary>
internal sealed partial class FunctionEmitter
{
    /// <summary>The value of an operand.</summary>
    private CExpression Read(Operand operand) => operand.Kind switch
    {
        OperandKind.Constant => CNumber.Of(operand.Value, (ScalarType)operand.Type),
        OperandKind.Null => CExpression.Null,
        _ => Read(operand.Place),
    };

    /// <summary>The value that is kept in a place.</summary>
    private CExpression Read(Place place)
    {
        if (place.IsLocal && !_uses.IsMemory(place.Local))
            return Read(place.Local);
        var location = Locate(place);
        _readsMemory = true;
        return place.Type == ScalarType.Bool
            ? CExpression.Comparison(location.Value, "!=", CExpression.Number(0))
            : location.Value;
    }

    private CExpression Read(Local local)
    {
        if (_constants.TryGetValue(local, out var constant))
            return constant.Expression;
        if (_aliases.TryGetValue(local, out var alias))
        {
            _read.UnionWith(alias.Locals);
            return alias.Expression;
        }

        var kept = _pending.FindIndex(entry => entry.Local == local);
        if (kept >= 0)
        {
            var value = _pending[kept].Value;
            _pending.RemoveAt(kept);
            _taken[local] = value;
            _read.UnionWith(value.Locals);
            _readsMemory |= value.ReadsMemory;
            _hasEffect |= value.HasEffect;
            return value.Expression;
        }

        // A part of one instruction may ask again.
        if (_taken.TryGetValue(local, out var taken) && !taken.HasEffect)
            return taken.Expression;
        _read.Add(local);
        Declare(local);
        return CExpression.Primary(NameOf(local), TypeOf(local));
    }

    /// <summary>Where a place is.</summary>
    private Location Locate(Place place)
    {
        var type = place.Local.Type;
        Location location;
        if (place.IsLocal || place.Steps[0] is FieldStep)
        {
            var root = _built.GetValueOrDefault(place.Local, place.Local);
            Declare(root);
            _read.Add(root);
            var name = CExpression.Primary(NameOf(root), TypeOf(root));
            location = new Location(name, null, name.Type);
        }
        else
        {
            location = new Location(null, null, "");
        }

        for (var i = 0; i < place.Steps.Length; i++)
        {
            var next = TypeBehind(place, i, type);
            location = Step(place, i, location, next);
            type = next;
        }

        return location;
    }

    private Location Step(Place place, int index, Location location, IrType next)
    {
        if (place.Steps[index] is FieldStep step)
            return location.Field(CTypes.Field(step.Field), _object.Types.InMemory(next, _site));
        // The root of the way, or a pointer in memory.
        var pointer = location.LValue is null && location.Pointer is null
            ? _uses.IsMemory(place.Local) ? ReadMemoryLocal(place.Local) : Read(place.Local)
            : location.Value;
        var type = _object.Types.InMemory(next, _site);
        if (place.Steps[index] is ElementStep element)
        {
            var number = Read(element.Index);
            var item = element.MayBeNegative ? number : Index(number);
            var start = pointer.As(CTypes.Star(type));
            if (pointer.Target is { } array && array.Type == type && element.Index is { Kind: OperandKind.Constant, Value: 0 })
                return new Location(array, null, type);
            if (IsHidden(start, element.Index, element.Stride))
                item = CExpression.Primary($"{EmbeddedText.HideIndex}({item.Text})", "__u64");
            return new Location(CExpression.Primary($"{start.At(Precedence.Primary)}[{item.Text}]", type), null, type);
        }

        return ((DereferenceStep)place.Steps[index]).Kind == MemoryAccessKind.Unaligned && next is ScalarType { Size: > 1 }
            ? Location.Behind(pointer, _object.Types.Unaligned(type)).Field("value", type)
            : Location.Behind(pointer, type);
    }

    /// <summary>
    /// Whether an index is hidden from the compiler, which writes <c>|</c> for <c>+</c> where it knows that what is added to an array of
    /// the function's own is smaller than its alignment.
    /// </summary>
    /// <param name="start">The pointer that is moved.</param>
    /// <param name="index">The index.</param>
    /// <param name="stride">The size of an element.</param>
    private bool IsHidden(CExpression start, Operand index, int stride)
    {
        if (index.Kind == OperandKind.Constant || stride is <= 0 or >= ArrayAlignment || OwnSize(start) is not { } size)
            return false;
        return size <= ArrayAlignment || _smallNumbers.IsBelow(index, ArrayAlignment / stride) || _function.Hidden.IsChosen(index);
    }

    /// <summary>The size of the function's own variable that a pointer points into, or <see langword="null"/> for other memory.</summary>
    private long? OwnSize(CExpression start)
    {
        if (_arrays.TryGetValue(start.Origin.Text, out var size))
            return size;
        var name = start.Target is { } target ? target.Text.Split('.', '[')[0] : null;
        return _localNames.FirstOrDefault(entry => entry.Value == name && _uses.IsMemory(entry.Key)).Key?.Type.Size;
    }

    /// <summary>The index of a span is not negative; the verifier knows that of a number without a sign by itself.</summary>
    private static CExpression Index(CExpression index) => index switch
    {
        { Inner: { Type: "__u32" } inner } => inner,
        { Type: "int" } when !char.IsAsciiDigit(index.Text[0]) && index.Text[0] != '-' => index.As("__u32"),
        _ => index,
    };

    private CExpression ReadMemoryLocal(Local local)
    {
        _readsMemory = true;
        Declare(local);
        return CExpression.Primary(NameOf(local), TypeOf(local));
    }

    private IrType TypeBehind(Place place, int index, IrType type)
    {
        if (index == place.Steps.Length - 1)
            return place.Type;
        return (place.Steps[index], type) switch
        {
            (FieldStep step, _) => step.Field.Type,
            (_, PointerType pointer) => pointer.Element,
            (_, ViewType { Element: { } element }) => element,
            _ => throw new EmissionException(_site, "a way through memory whose type is not known"),
        };
    }

    /// <summary>The address of a place.</summary>
    private CExpression Address(Place place) => SizeField(place) is null
        ? Locate(place).Address
        : throw new EmissionException(_site, "a reference to a span in a field, whose length varies,");

    /// <summary>The address of a place that a local keeps. Of a span in a field the local stands for the size beside it, too.</summary>
    private CExpression KeepAddress(Place place, Place target)
    {
        if (SizeField(place) is null || !IsFixed(place) || target is not { IsLocal: true, Local: { IsTemporary: true } local })
            return Address(place);
        if (!_uses.IsWrittenOnce(local))
            return Address(place);
        _spanFields[local] = place;
        return Locate(place).Address;
    }

    /// <summary>Whether a place is the same wherever it is named: a field of a local, or behind a pointer that stays what it is.</summary>
    private bool IsFixed(Place place) =>
        (place.Steps[0] is FieldStep || _uses.IsStable(place.Local, _function)) && place.Steps.Skip(1).All(step => step is FieldStep);

    /// <summary>The number of bytes behind a pointer.</summary>
    private CExpression SizeOf(Operand operand)
    {
        if (operand.Kind == OperandKind.Null)
            return CExpression.Number(0);
        var place = operand.Place;
        if (SizeField(place) is { } field)
            return field;
        if (place is { Steps: [.., FieldStep], Type: PointerType { Element.Size: >= 0 and var size } })
            return CExpression.Number(size);
        if (!place.IsLocal || _object.Lengths.Find(_function, place.Local) is not { } length)
            throw new EmissionException(_site, "the length of a span that is kept in memory");
        if (length.IsConstant)
            return CExpression.Number(length.Value) with { Type = "__u64" };
        if (_constants.TryGetValue(place.Local, out var constant) || _aliases.TryGetValue(place.Local, out constant))
            return constant.Size!;
        if (_pending.Find(entry => entry.Local == place.Local) is { Value: { } pending })
            return pending.Size!;
        return _taken.TryGetValue(place.Local, out var taken) && taken.Size is { } kept
            ? kept
            : CExpression.Primary(SizeVariable(place.Local)!, "__u64");
    }

    /// <summary>The field beside a pointer in which its number of bytes stands, or <see langword="null"/> where there is none.</summary>
    private CExpression? SizeField(Place place)
    {
        if (place.Steps is [DereferenceStep] && _spanFields.TryGetValue(place.Local, out var kept))
            return SizeField(kept);
        var type = place.Local.Type;
        for (var i = 0; i < place.Steps.Length - 1; i++)
            type = TypeBehind(place, i, type);
        return place.Steps is [.., FieldStep step] && type is StructType structure && CTypes.HasSize(structure, step.Field)
            ? Locate(new Place(place.Local, place.Steps.RemoveAt(place.Steps.Length - 1), structure))
                .Field(CTypes.SizeField(step.Field), "__u64").Value
            : null;
    }
}
