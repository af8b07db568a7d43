using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>Fields of structs of the kernel's.</summary>
internal sealed partial class FunctionEmitter
{
    private void ReadField(CallInstruction call, MethodContract contract, StructFieldContract field)
    {
        if (call.Result is not { } result)
            throw new EmissionException(_site, $"`{contract.Name}`, a field that is written,");
        var structure = "struct " + field.Struct;
        var (kept, asArray) = FieldType(contract.Return);
        var (element, count) = asArray ?? (kept, 0);
        if (!(field.Offset is { } offset
            ? _object.Types.TryAddField(structure, field.Path, element, count, offset, contract.Return.Type?.Size ?? 0)
            : _object.Types.TryAddField(structure, field.Path, element, count)))
            throw new EmissionException(_site, $"`{contract.Name}`, which is declared as something else, too,");
        var place = Location.Behind(Read(call.Arguments[0].Value), structure)
            .Field(field.Path, asArray is null ? kept : CTypes.Star(element));
        var value = asArray is null ? place.Value : Location.Behind(place.Value, kept).Value;
        if (field.IsProbed)
            value = CExpression.Primary($"{EmbeddedText.Probe}({value.Text})", kept);
        if (result.Type is ScalarType number && value.Type.EndsWith('*'))
            value = value.As(CTypes.Scalar(number));
        _readsMemory = true;
        Store(result, value);
    }

    /// <summary>The type in C of the object that a call returns.</summary>
    private string ObjectType(ReturnContract result)
    {
        if (result.ObjectType is not { } type)
            throw new EmissionException(_site, "an object of which no declaration says what it is in the kernel,");
        _object.Types.DeclarePointee(type);
        return type;
    }

    /// <summary>The type in C of what a field is read as, and what it is an array of.</summary>
    private (string Kept, (string Element, int Count)? Array) FieldType(ReturnContract result)
    {
        switch (result)
        {
            case { KernelType: { } pointer }:
                _object.Types.DeclarePointee(pointer);
                return (pointer, null);
            case { Type: OpaqueType { Element: { Size: > 0 } element } array } when array.Size % element.Size == 0:
                return (_object.Types.InMemory(array, _site), (_object.Types.InMemory(element, _site), array.Size / element.Size));
            case { Type: { } type }:
                return (_object.Types.Variable(type, _site), null);
            default:
                throw new EmissionException(_site, "a field without a type");
        }
    }
}
