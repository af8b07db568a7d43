using System;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>Compares a delegate with the callback that a helper calls.</summary>
internal sealed partial class CallbackComparison(KernelCallback kernel, CallbackContract declared, string argument, DifferenceLog log)
{
    private const string Context = "ctx";

    public void Compare()
    {
        var parameters = Signature()
            .Match(kernel.Signature).Groups["parameters"].Value
            .Split(", ")
            .Select(text => Parameter().Match(text))
            .ToList();
        // Without a context the callback is given a null that it has no parameter for.
        if (declared.Context < 0)
            parameters.RemoveAll(parameter => parameter.Groups["name"].Value == Context);
        Expect("parameters", parameters.Count, declared.Delegate.Parameters.Length);
        foreach (var (parameter, contract) in parameters.Zip(declared.Delegate.Parameters))
            CompareParameter(parameter.Groups["type"].Value, parameter.Groups["name"].Value, contract);
        var legal = Legal().Match(kernel.Returns);
        var range = declared.Delegate.Return.Range;
        Expect(
            "returns",
            $"{legal.Groups["go"].Value} to {legal.Groups["stop"].Value}",
            range is null ? "anything" : $"{range.Min} to {range.Max}");
    }

    private void CompareParameter(string type, string name, ParameterContract contract)
    {
        var what = kernel.Arguments[name];
        switch (type)
        {
            case "const struct bpf_dynptr *":
                Expect($"{name}.dynptr", kernel: true, contract is { Type: OwnerType, Passing: ArgumentPassing.In or ArgumentPassing.Ref });
                Expect($"{name}.const", kernel: true, contract.IsBorrowed || contract.Passing == ArgumentPassing.In);
                Expect($"{name}.dynptr_type", DynptrType().Match(what).Groups["type"].Value, contract.Kind);
                break;
            case "struct bpf_map *":
                Expect($"{name}.c_type", "handle", contract.Type.ToString());
                break;
            case "const void *":
                Expect($"{name}.rdonly_mem", kernel: true, contract is { Passing: ArgumentPassing.In, IsReadOnlyOrigin: true });
                break;
            case "void *":
                Expect($"{name}.writable_mem", kernel: true, contract.Passing == ArgumentPassing.Ref);
                Expect($"{name}.map_value", what.StartsWith("map_value", StringComparison.Ordinal), contract.IsMapMemory);
                break;
            default:
                Expect($"{name}.c_type", type, contract.Type.ToString());
                break;
        }
    }

    private void Expect<T>(string field, T kernel, T declared) => log.Expect($"{argument}.{field}", kernel, declared);

    [GeneratedRegex(@"^long \(\*\)\((?<parameters>.*)\)$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?<type>.*\*|\w+) ?(?<name>\w+)$")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"of type (?<type>\w+)")]
    private static partial Regex DynptrType();

    [GeneratedRegex(@"^(?<go>\d) to go on, (?<stop>\d) to stop")]
    private static partial Regex Legal();
}
