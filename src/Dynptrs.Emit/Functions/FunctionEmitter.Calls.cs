using System.Collections.Generic;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>Calls.</summary>
internal sealed partial class FunctionEmitter
{
    private void Emit(CallInstruction call)
    {
        if (_function.Callees.TryGetValue(call, out var callee))
        {
            if (callee.Helper is { } held)
                CallHelper(call, held, held.Requirements!);
            else
                Follow(call, callee);
            return;
        }

        switch (call.Target)
        {
            case ContractTarget target when TryEmitIterator(call, target.Contract):
                break;
            case ContractTarget { Contract: { Requirements: { } helper } contract }:
                CallHelper(call, contract, helper);
                break;
            case ContractTarget { Contract: var contract }:
                EmitMember(call, contract);
                break;
            default:
                throw new EmissionException(_site, $"a call of `{call.Target.Name}`");
        }
    }

    private void Follow(CallInstruction call, FunctionInstance callee)
    {
        var arguments = new List<string>();
        for (var i = 0; i < call.Arguments.Length && i < callee.Body.ParameterCount; i++)
        {
            var (argument, parameter) = (call.Arguments[i], callee.Body.Locals[i]);
            if (callee.Delegates.ContainsKey(parameter))
                continue;
            arguments.Add(Pass(argument).Into(TypeOf(callee, parameter)));
            if (_object.Lengths.Find(callee, parameter) is { IsConstant: false })
            {
                arguments.Add(argument.Passing == ArgumentPassing.Value
                    ? SizeOf(argument.Value).Text
                    : CExpression.Number(argument.Value.Type.Size).Text);
            }
        }

        _hasEffect = true;
        var text = $"{callee.Name}({string.Join(", ", arguments)})";
        if (call.Result is not { } result)
        {
            Append(new CStatement.Simple(text, Line()), writesMemory: true, null);
        }
        else if (_object.Lengths.Find(callee, null) is { IsConstant: false })
        {
            var span = _names.Give("span");
            _declarations.Add($"{_object.Types.Span()} {span}");
            Append(new CStatement.Simple($"{span} = {text}", Line()), writesMemory: true, null);
            Begin(call.Site);
            Store(result, CExpression.Primary(span + ".start", "void *"), CExpression.Primary(span + ".size", "__u64"));
        }
        else
        {
            Store(result, CExpression.Primary(text, _object.ResultType(callee)));
        }
    }

    /// <summary>What is passed: a value, or the address of a variable.</summary>
    private CExpression Pass(Argument argument)
    {
        if (argument.Passing == ArgumentPassing.Value)
            return Read(argument.Value);
        if (argument.Value.Kind is OperandKind.Copy or OperandKind.Move)
            return Address(argument.Value.Place);
        var type = _object.Types.InMemory(argument.Value.Type, _site);
        var name = _names.Give("value");
        _declarations.Add(CTypes.Declare(type, name));
        Append(new CStatement.Assign(name, Read(argument.Value), Line()), writesMemory: false, null);
        return CExpression.AddressOf(CExpression.Primary(name, type), CTypes.Star(type));
    }

    /// <summary>A member of a view, or one that stands for fields of an object of the kernel's.</summary>
    private void EmitMember(CallInstruction call, MethodContract contract)
    {
        if (call.Arguments is not [var first, ..])
            throw new EmissionException(_site, $"a call of `{contract.Name}`");
        if (contract.StructField is { } field)
            ReadField(call, contract, field);
        else if (contract.Return.SameAs is >= 0 and var same && call.Result is { } cast)
            Store(cast, Read(call.Arguments[same].Value).As(ObjectType(contract.Return)));
        else if (contract.Return.NullTest is { } isNull)
            Store(call.Result!.Value, CExpression.NullTest(Read(first.Value), isNull));
        else if (contract.Return.IsLength)
            StoreLength(call, first.Value);
        else if (contract.Return.Dereferences && first.Value.Type is ViewType view)
            Dereference(call, contract, view);
        else if (contract.ContextAccesses is [var access])
            Access(call, access, first.Value);
        else if (contract.ContextAccesses is [var from, var to] && call.Result is { Type: ScalarType } distance)
            Store(distance, Distance(first.Value, from, to).As(TypeOf(distance)));
        else if (contract is { IsKernelField: true, ContextAccesses.IsEmpty: true }
            && call is { Arguments: [_, { Value.Type: ScalarType } index], Result: { Type: ScalarType element } item })
            ReadElement(first.Value, index.Value, element, item);
        else
            throw new EmissionException(_site, $"`{contract.Name}`, of which no declaration says what it is in the kernel,");
    }

    private void StoreLength(CallInstruction call, Operand view)
    {
        var size = SizeOf(view);
        if (view.Place.IsLocal)
            _read.Add(view.Place.Local);
        Store(call.Result!.Value, size.Text is [>= '0' and <= '9', ..] ? size : size.As(TypeOf(call.Result!.Value)));
    }

    private void Dereference(CallInstruction call, MethodContract contract, ViewType view)
    {
        if (call.Result is not { } result)
            return;
        var pointer = Read(call.Arguments[0].Value);
        if (result.Type is PointerType target)
        {
            var type = _object.Types.Pointer(target.Element, _site);
            if (contract.Return.IsByReference && call.Arguments is [_, var index])
            {
                var item = _object.Types.InMemory(target.Element, _site);
                var place = new Location(
                    CExpression.Primary($"{pointer.As(type).At(Precedence.Primary)}[{Read(index.Value).Text}]", item), null, item);
                Store(result, place.Address, CExpression.Number(target.Element.Size));
                return;
            }

            Store(result, pointer.To(type), contract.Return.IsByReference
                ? CExpression.Number(target.Element.Size)
                : SizeVariable(result.Local) is null ? null
                : call.Arguments is [_, var length] ? Read(length.Value)
                : SizeOf(call.Arguments[0].Value));
            return;
        }

        var value = Location.Behind(pointer, _object.Types.InMemory(result.Type, _site)).Value;
        _readsMemory = true;
        Store(result, result.Type == ScalarType.Bool ? CExpression.Comparison(value, "!=", CExpression.Number(0)) : value);
    }

    private void Access(CallInstruction call, ContextAccess access, Operand context)
    {
        var field = Field(context, access.Context, access.Field);
        if (access.IsWrite && call.Result is null)
        {
            Append(
                new CStatement.Assign(field.Value.Text, Read(call.Arguments[^1].Value), Line()), writesMemory: true, null);
        }
        else if (call.Result is { } result)
        {
            _readsMemory = true;
            Store(result, result.Type switch
            {
                PointerType => field.Address,
                ViewType => PointerIn(field, TypeOf(result)),
                _ => field.Value.As(TypeOf(result)),
            });
        }
    }

    /// <summary>An element of an object that is an array, as the arguments of a tracepoint are.</summary>
    private void ReadElement(Operand array, Operand index, ScalarType element, Place result)
    {
        var type = CTypes.Scalar(element);
        var start = Read(array).As(CTypes.Star(_object.Types.ContextOf(type)));
        _readsMemory = true;
        Store(result, CExpression.Primary($"{start.At(Precedence.Primary)}->items[{Read(index).Text}]", type));
    }

    private CExpression Distance(Operand context, ContextAccess from, ContextAccess to)
    {
        _readsMemory = true;
        return CExpression.Binary(Pointer(to), "-", Pointer(from), Precedence.Sum, "long");

        CExpression Pointer(ContextAccess access) => PointerIn(Field(context, access.Context, access.Field), "void *");
    }

    /// <summary>What the kernel gives in a 32-bit field that stands for a pointer.</summary>
    private static CExpression PointerIn(Location field, string type) => field.Value.As("long").As(type);

    private Location Field(Operand context, string structure, string field)
    {
        var type = "struct " + structure;
        _object.Types.DeclareKernelType(type, 0);
        return Location.Behind(Read(context), type).Field(field, "__u32");
    }
}
