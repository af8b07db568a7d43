using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>Compares what a member declares with its helper, field by field.</summary>
internal sealed partial class ContractComparison
{
    private readonly KernelHelper _helper;
    private readonly HelperMember _member;
    private readonly ILookup<string, MethodContract> _contracts;
    private readonly ArgumentMap _map;
    private readonly DifferenceLog _log;

    private ContractComparison(
        KernelHelper helper,
        HelperMember member,
        ILookup<string, MethodContract> contracts,
        ArgumentMap map,
        DifferenceLog log)
    {
        _helper = helper;
        _member = member;
        _contracts = contracts;
        _map = map;
        _log = log;
    }

    /// <summary>The fields in which members say something else than their helpers.</summary>
    public static IEnumerable<ContractDifference> Compare(IReadOnlyCollection<HelperMember> members)
    {
        var helpers = KernelHelper.All.ToDictionary(helper => helper.Name);
        var contracts = members.ToLookup(member => member.Contract.Requirements!.Helper, member => member.Contract);
        foreach (var member in members)
        {
            var log = new DifferenceLog(member.Contract.Requirements!.Helper, member.Name);
            if (!helpers.TryGetValue(member.Contract.Requirements.Helper, out var helper))
            {
                log.Expect("helper", kernel: "not in the data", declared: "there");
            }
            else
            {
                CompareRequirements(helper, member.Contract.Requirements, log);
                if (ArgumentMap.TryCreate(helper, member) is { } map)
                {
                    new ContractComparison(helper, member, contracts, map, log).CompareCall();
                }
                else
                {
                    log.Expect(
                        "parameters",
                        List(helper.Parameters.Select(parameter => parameter.Name)),
                        List(member.Contract.Parameters.Select(parameter => parameter.Name)));
                }
            }

            foreach (var difference in log.Differences)
                yield return difference;
        }
    }

    private static void CompareRequirements(KernelHelper helper, HelperRequirements declared, DifferenceLog log)
    {
        log.Expect("since", helper.Since, declared.Since?.ToString());
        log.Expect("gpl_only", helper.GplOnly, declared.IsGplOnly);
        log.Expect("sleepable_only", helper.SleepableOnly, declared.IsSleepable);
        log.Expect("takes_packet_memory", helper.TakesPacketMemory, declared.TakesPacketMemory);
        var types = declared.ProgramTypes.IsEmpty
            ? KernelHelper.AllProgramTypes.Except(declared.ExceptProgramTypes)
            : declared.ProgramTypes;
        log.Expect("program_types", Join(helper.ProgramTypes is ["*"] ? KernelHelper.AllProgramTypes : helper.ProgramTypes), Join(types));
    }

    private void CompareCall()
    {
        for (var i = 0; i < _helper.Parameters.Length; i++)
        {
            var (source, parameter) = _map[i];
            if (source == ArgumentSource.Parameter)
            {
                new ArgumentComparison(_helper, _helper.Parameters[i], _member, parameter, _map, _log).Compare();
            }
            else if (source == ArgumentSource.LeftOut && _helper.Parameters[i].Contract.StackPointer)
            {
                _log.Expect($"{_helper.Parameters[i].Name}.nullable", kernel: _helper.Parameters[i].Contract.Nullable, declared: true);
            }
            else if (source is not (ArgumentSource.LeftOut or ArgumentSource.TypeOfResult))
            {
                _log.Expect(
                    $"{_helper.Parameters[i].Name}.const_size",
                    _helper.Parameters[i].Contract.ConstSize,
                    source == ArgumentSource.SizeOfResult);
            }
        }

        CompareRegions();
        CompareReferences();
        CompareInvalidation();
        CompareResult();
    }

    private void CompareRegions()
    {
        var declared = _member.Contract.Regions.SingleOrDefault(use => use.Effect is RegionEffect.Enters or RegionEffect.Leaves);
        _log.Expect(
            "region",
            _helper.Region?.ToString(),
            declared is null
                ? null
                : new KernelRegion(
                    declared.Effect == RegionEffect.Enters,
                    declared.Region.Nests,
                    declared.Region.IsLeftInOrder,
                    declared.Region.Calls.ToString()).ToString());
        _log.Expect(
            "allowed_while_locked",
            _helper.AllowedWhileLocked,
            _member.Contract.Regions.Any(use => use is { Effect: RegionEffect.IsAllowedIn, Region.Calls: Verifier.Contracts.RegionCalls.OnlyAllowed }));
    }

    private void CompareReferences()
    {
        var result = _member.Contract.Return;
        var holder = _member.Contract.Parameters.FirstOrDefault(parameter => parameter.Acquires);
        var isOwner = _helper.AcquiresReference?.Kind is "referenced dynptr" or "iterator";
        _log.Expect("acquires_reference", _helper.AcquiresReference is { ReleasedBy: not null } && !isOwner, result.Acquires);
        _log.Expect("acquires_reference.argument", isOwner, holder is not null);
        if (_helper.AcquiresReference is { Kind: var kind } && kind.StartsWith("struct ", StringComparison.Ordinal))
            _log.Expect("acquires_reference.kind", kind, result.Kind);
        foreach (var name in _helper.AcquiresReference?.ReleasedBy ?? [])
        {
            foreach (var release in _contracts[name])
            {
                _log.Expect(
                    $"acquires_reference.released_by {name}",
                    holder?.Kind ?? result.Kind,
                    release.Parameters.Single(parameter => parameter.Releases).Kind);
            }
        }

        var hasParent = _helper.AcquiresReference?.Parent is not null
            || _helper.Invalidates.Detail.Contains("are children of", StringComparison.Ordinal);
        _log.Expect(
            "acquires_reference.parent",
            hasParent,
            result.DependsOn >= 0 || _member.Contract.Parameters.Any(parameter => parameter.DependsOn >= 0));
    }

    private void CompareInvalidation()
    {
        var pointers = _helper.Invalidates.PacketPointers;
        var declared = _member.Contract.Parameters.Select(parameter => parameter.Invalidates).FirstOrDefault(rule => rule is not null);
        _log.Expect("invalidates", pointers.ValueKind != JsonValueKind.False, declared is not null);
        if (declared is null || pointers.ValueKind == JsonValueKind.False)
            return;
        _log.Expect(
            "invalidates.packet_pointers",
            pointers.ValueKind == JsonValueKind.String ? FindKinds(pointers.GetString()!) : "",
            Join(declared.When));
        _log.Expect("invalidates.dynptr_slices", FindKinds(_helper.Invalidates.DynptrSlices), Join(declared.Of));
    }

    private void CompareResult()
    {
        var (kernel, declared) = (_helper.Returns.Contract, _member.Contract.Return);
        _log.Expect("returns.void", _helper.Returns.CType == "void", declared.Type is null);
        _log.Expect("returns.bool", _helper.Returns.CType == "bool", declared.Type == ScalarType.Bool);
        _log.Expect("returns.pointer", _helper.Returns.CType.EndsWith('*'), declared.Type is not (null or ScalarType));
        _log.Expect(
            "returns.may_be_null", kernel.MayBeNull is { ValueKind: JsonValueKind.True or JsonValueKind.String }, declared.MayBeNull);
        if (kernel.MayBeNull is not { ValueKind: JsonValueKind.String })
            _log.Expect("returns.may_be_null except an index", kernel: false, declared.ExceptIndex >= 0);
        _log.Expect("returns.slice_of", kernel.SliceOf, _map.NameOf(declared.SliceOf));
        _log.Expect("returns.reg_type tagged", kernel.RegType?.Contains("tagged", StringComparison.Ordinal) ?? false, declared.IsTagged);
        _log.Expect("returns.at_most_size_of", kernel.AtMostSizeOf, _map.NameOf(declared.AtMostLengthOf));
        _log.Expect("returns.range", kernel.Range is not null, declared.Range is not null);
        if (kernel.Readonly is "always" or "never")
            _log.Expect("returns.readonly", kernel.Readonly == "always", declared.Type is ViewType { IsReadOnly: true });
        _log.Expect("returns.read-only origin", kernel.Readonly == "always", declared.IsReadOnlyOrigin);
    }

    private static string FindKinds(string text) => Join(Kind().Matches(text).Select(match => match.Value).Distinct());

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string Join(IEnumerable<string> names) => List(names.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\b(skb|skb_meta|xdp)\b")]
    private static partial Regex Kind();
}
