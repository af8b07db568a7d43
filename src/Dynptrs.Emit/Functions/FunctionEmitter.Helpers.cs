using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Objects;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>Calls of the kernel's helpers, each with the arguments that its declaration says.</summary>
internal sealed partial class FunctionEmitter
{
    private void CallHelper(CallInstruction call, MethodContract contract, HelperRequirements helper)
    {
        if (helper.Arguments.Any(argument => argument is { Kind: KernelArgumentKind.Value or KernelArgumentKind.Size, Parameter: < 0 }))
            throw new EmissionException(_site, $"`{contract.Name}`, whose declaration names an argument that it has not,");
        var arguments = new List<string>();
        var types = new List<string>();
        foreach (var argument in helper.Arguments)
            Add(call, contract, argument, arguments, types);
        var resultType = ResultType(contract.Return, isFunction: helper.Id == 0);
        var name = _object.Helper(helper, new HelperPrototype(resultType, [.. types], ParameterNames(contract, helper)));
        var text = CExpression.Primary($"{name}({string.Join(", ", arguments)})", resultType);
        _hasEffect = true;
        _readsMemory = true;
        if (call.Result is not { } result)
        {
            Append(new CStatement.Simple(text.Text, Line()), writesMemory: true, null);
            return;
        }

        if (result.Type is ScalarType { Name: not "bool" } scalar && CTypes.Scalar(scalar) != resultType && resultType != "long")
            text = text.As(CTypes.Scalar(scalar));
        Store(result, text, result.Type is ViewType { Element: null } ? SizeOfView(call, contract) : null);
    }

    /// <summary>What the kernel's parameters are called, after those of the declaration.</summary>
    private static ImmutableArray<string> ParameterNames(MethodContract contract, HelperRequirements helper)
    {
        var (names, result) = (new CNames(), ImmutableArray.CreateBuilder<string>());
        foreach (var argument in helper.Arguments)
        {
            var name = argument.Parameter < 0 ? "" : contract.Parameters[argument.Parameter].Name;
            result.Add(names.Give(argument.Kind switch
            {
                KernelArgumentKind.Constant => "flags",
                KernelArgumentKind.ResultSize => "size",
                KernelArgumentKind.ResultType => "type",
                KernelArgumentKind.Size => name + "_size",
                _ => name == "this" ? "self" : name,
            }));
            if (argument.Parameter >= 0 && contract.Parameters[argument.Parameter].Callback is { Context: < 0 })
                result.Add(names.Give("context"));
        }

        return result.ToImmutable();
    }

    private void Add(CallInstruction call, MethodContract contract, KernelArgument argument, List<string> arguments, List<string> types)
    {
        switch (argument.Kind)
        {
            case KernelArgumentKind.Constant:
                arguments.Add(CExpression.Number(argument.Number).Text);
                types.Add("__u64");
                break;
            case KernelArgumentKind.ResultSize:
                arguments.Add(Sum(SizeOfResult(contract.Return), argument.Number));
                types.Add("__u32");
                break;
            case KernelArgumentKind.ResultType:
                arguments.Add($"__builtin_btf_type_id(*({ObjectType(contract.Return)})0, 1)");
                types.Add("__u32");
                break;
            case KernelArgumentKind.Size:
                var memory = call.Arguments[argument.Parameter];
                arguments.Add(Sum(
                    memory.Passing == ArgumentPassing.Value ? SizeOf(memory.Value) : CExpression.Number(memory.Value.Type.Size),
                    argument.Number));
                types.Add("__u32");
                break;
            case var _ when contract.Parameters[argument.Parameter].Callback is { } callback:
                AddCallback(call.Arguments[argument.Parameter].Value, callback, arguments, types);
                break;
            default:
                var type = TypeOf(contract.Parameters[argument.Parameter]);
                arguments.Add(PassToHelper(call.Arguments[argument.Parameter]).Into(type));
                types.Add(type);
                break;
        }
    }

    private static string Sum(CExpression size, long more) =>
        more == 0 ? size.Text
        : long.TryParse(size.Text, out var constant) ? CExpression.Number(constant + more).Text
        : CExpression.Binary(size, "+", CExpression.Number(more), Precedence.Sum, "__u64").Text;

    private CExpression SizeOfResult(ReturnContract result) =>
        result.Type is ViewType { Element: { Size: > 0 } element }
            ? CExpression.Primary($"sizeof({_object.Types.InMemory(element, _site)})", "__u64")
            : throw new EmissionException(_site, "a view of a type of unknown size");

    private void AddCallback(Operand value, CallbackContract callback, List<string> arguments, List<string> types)
    {
        var function = CallGraph.Delegate(_function, value)
            ?? throw new EmissionException(_site, "a callback of which it is not known which function it is");
        arguments.Add(function.Name);
        types.Add("void *");
        if (callback.Context >= 0)
            return;
        // The kernel hands something on to every callback.
        arguments.Add("NULL");
        types.Add("void *");
    }

    private CExpression PassToHelper(Argument argument)
    {
        if (argument.Passing == ArgumentPassing.Value && argument.Value is { Kind: OperandKind.Null, Type: PointerType })
            return CExpression.Null;
        return Pass(argument);
    }

    /// <summary>The type of what the kernel is given for a parameter.</summary>
    private string TypeOf(ParameterContract parameter)
    {
        if (parameter.KernelType is { } known)
        {
            _object.Types.DeclarePointee(known);
            return known;
        }

        if (parameter.IsConstantString)
            return "const char *";
        return parameter.Passing == ArgumentPassing.Value
            ? parameter.Type switch
            {
                ScalarType scalar => CTypes.Scalar(scalar),
                _ => "void *",
            }
            : parameter.Type is ScalarType memory && memory != ScalarType.Bool
                ? CTypes.Star(CTypes.Scalar(memory))
                : _object.Types.Pointer(parameter.Type, _site);
    }

    private string ResultType(ReturnContract result, bool isFunction)
    {
        if (result.KernelType is { } known)
        {
            _object.Types.DeclarePointee(known);
            return known;
        }

        return result.Type switch
        {
            null => "void",
            // Helpers answer in 64 bits.
            ScalarType { Size: 4, IsSigned: true } when !isFunction => "long",
            ScalarType scalar => CTypes.Scalar(scalar),
            ViewType { Element: ScalarType element } => CTypes.Star(CTypes.Scalar(element)),
            _ => "void *",
        };
    }

    private CExpression? SizeOfView(CallInstruction call, MethodContract contract)
    {
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].IsConstantSize)
                return Read(call.Arguments[i].Value);
        }

        return null;
    }
}
