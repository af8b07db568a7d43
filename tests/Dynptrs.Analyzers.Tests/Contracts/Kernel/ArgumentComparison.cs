using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>Compares a parameter with the argument that it stands for.</summary>
internal sealed class ArgumentComparison(
    KernelHelper helper,
    KernelParameter argument,
    HelperMember member,
    int index,
    ArgumentMap map,
    DifferenceLog log)
{
    private readonly KernelArgument _kernel = argument.Contract;
    private readonly ParameterContract _declared = member.Contract.Parameters[index];

    public void Compare()
    {
        // A number is never null, and no variable either.
        if (_declared is { Type: OwnerType or PointerType or HandleType or ViewType, Callback: null } && !_kernel.StackPointer)
            Expect("nullable", _kernel.Nullable, _declared.MayBeNull);
        Expect("release", helper.ReleasesReference?.Argument == argument.Name, _declared.Releases);
        switch (_kernel)
        {
            case { Dynptr: not null } or { Iterator: not null }:
                CompareOwner();
                break;
            case { Callback: { } callback }:
                new CallbackComparison(callback, _declared.Callback!, argument.Name, log).Compare();
                break;
            case { StackPointer: true }:
                Expect("stack_pointer", kernel: true, member.Contract.IsContext(index));
                break;
            case { IsMemory: true }:
                CompareMemory();
                break;
            default:
                if (_declared.Type is HandleType)
                    Expect("trusted", _kernel.Ctx || _kernel.Trusted, _declared.IsTrusted);
                if (_declared.Type is HandleType or ViewType)
                    Expect("refcounted", _kernel.Refcounted is { ValueKind: JsonValueKind.True }, _declared.Releases);
                if (_declared.Type is ScalarType)
                    CompareNumber();
                break;
        }
    }

    private void CompareOwner()
    {
        var declared = _declared switch
        {
            { Releases: true, Passing: ArgumentPassing.Ref, ReleasesIfHeld: false } => "release",
            { Initializes: true } or { Acquires: true } or { CloneOf: >= 0 } => "uninit",
            { Passing: ArgumentPassing.In or ArgumentPassing.Ref } => "initialized",
            _ => "nothing",
        };
        Expect("dynptr", (_kernel.Dynptr ?? _kernel.Iterator)!.Split('-')[0], declared);
        Expect(
            "acquired",
            _kernel.Acquired is not null || (_kernel.Iterator == "uninit" && helper.AcquiresReference is not null),
            _declared.Acquires);
        if (_kernel.Dynptr is null)
            return;
        Expect(
            "dynptr_type",
            _kernel.DynptrType,
            _declared.CloneOf >= 0 ? "same as " + map.NameOf(_declared.CloneOf) : _declared.Kind ?? "any");
        if (_kernel.ConstPointerOk is { } isConstOk)
            Expect("const_pointer_ok", isConstOk, _declared.IsBorrowed || _declared.Passing == ArgumentPassing.In);
        if (declared == "initialized")
            Expect("mutates_view", _kernel.MutatesView, _declared.Passing == ArgumentPassing.Ref);
        Expect("data_must_be_writable", _kernel.DataMustBeWritable, _declared.IsWritten);
    }

    private void CompareMemory()
    {
        var isReadOnly =
            _declared is { Passing: ArgumentPassing.Value, Type: PointerType { IsReadOnly: true } } or { Passing: ArgumentPassing.In };
        Expect("writable_mem", _kernel.WritableMem, !isReadOnly || _declared.IsWritten);
        Expect("const_string", _kernel.ConstString, _declared.IsConstantString);
        if (_declared.Passing == ArgumentPassing.Out)
            Expect("uninit_mem", _kernel.UninitMem is { ValueKind: JsonValueKind.True }, declared: true);
        if (_kernel.MemSize is { } size)
        {
            var declared = _declared.Passing == ArgumentPassing.Value ? 0 : _declared.Type.Size;
            Expect("mem_size", size.ValueKind == JsonValueKind.Number ? size.GetInt32() : _declared.Type.Size, declared);
        }

        Expect("reg_types_accepted map_value", _kernel.RegTypesAccepted?.Contains("map_value") ?? false, _declared.IsMapMemory);
        if (_kernel.MemLenPair is { } name)
            CompareLength(name, map[map.IndexOf(name)]);
    }

    private void CompareLength(string name, (ArgumentSource Source, int Parameter) length)
    {
        var isPaired = length.Source switch
        {
            ArgumentSource.SizeOfMemory => length.Parameter == index,
            ArgumentSource.Parameter => member.Contract.Parameters[length.Parameter].LengthOf == index,
            _ => member.Contract.Return.LengthOf == index,
        };
        Expect("mem_len_pair", name, isPaired ? name : null);
        // A variable is there, and no type is empty.
        if (_declared.Passing == ArgumentPassing.Value)
            Expect("zero_allowed", _kernel.Nullable ? null : LeastOf(helper.Parameters[map.IndexOf(name)].Contract), _declared.MinimumSize);
    }

    private void CompareNumber()
    {
        Expect("c_type", TypeOf(argument.CType), _declared.Type.ToString());
        Expect("const_size", _kernel.ConstSize, _declared.IsConstantSize);
        Expect("zero_allowed", kernel: _kernel.ZeroAllowed == false ? 1 : null, _declared.MinimumSize);
        if (_kernel.Flags is { } flags)
            CompareFlags(flags);
        else
            Expect("values", kernel: null, _declared.Range?.ToString());
    }

    /// <summary>Compares the only values that are legal, and the names that bits have.</summary>
    private void CompareFlags(JsonElement flags)
    {
        var bits = flags.EnumerateObject()
            .Where(flag => flag.Value.ValueKind == JsonValueKind.Number)
            .ToDictionary(flag => flag.Name, flag => flag.Value.GetInt64());
        var only = bits.ContainsKey("legal") || bits.Values.All(bit => bit == 0);
        var except = flags.EnumerateObject().Where(flag => only && flag.Value.ValueKind == JsonValueKind.Array).Select(flag => flag.Name);
        if (only && bits.Count > 0)
        {
            Expect("flags", (0L, 0L), _declared.Range is { } none ? (none.Min, none.Max) : (long.MinValue, long.MaxValue));
            Expect("flags except for", string.Join(", ", except), string.Join(", ", _declared.RangeExcept));
            return;
        }

        // Where unknown bits are an error, a range may say so.
        if (_declared.Range is { } range)
            Expect("flags", (0L, bits.Values.Aggregate((left, right) => left | right)), (range.Min, range.Max));
        if (bits.Count == 0 || member.Flags[index] is not { } names)
            return;
        var named = names.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .Select(field => Convert.ToInt64(field.ConstantValue, null));
        Expect("flags by name", Join(bits.Where(bit => bit.Key != "size_mask").Select(bit => bit.Value)), Join(named));

        static string Join(IEnumerable<long> values) => string.Join(", ", values.Where(value => value != 0).Distinct().Order());
    }

    private static long? LeastOf(KernelArgument length) => length.ZeroAllowed == false ? 1 : 0;

    private static string TypeOf(string type) => type switch
    {
        "int" or "s32" => "i32",
        "__wsum" => "u32",
        _ when type.EndsWith('*') => "u64",
        _ => type,
    };

    private void Expect<T>(string field, T kernel, T declared) => log.Expect($"{argument.Name}.{field}", kernel, declared);
}
