using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.Properties.GeneratedContracts;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The regions that generated programs enter and leave, and the contracts of what does so.</summary>
internal static class GeneratedRegions
{
    /// <summary>The kind of the owners with which interrupts go.</summary>
    public const string Interrupts = "irq";

    private static readonly RegionContract Section = new("Section") { Nests = true, Calls = RegionCalls.NotSleeping };

    private static readonly RegionContract NoInterrupts = new("NoInterrupts") { IsLeftInOrder = true, Calls = RegionCalls.NotSleeping };

    private static readonly RegionContract Lock = new("Lock") { Calls = RegionCalls.OnlyAllowed };

    private static readonly RegionContract Guard = new("Guard");

    /// <summary>A helper that may sleep.</summary>
    public static MethodContract Sleep { get; } = new("sleep", [], new ReturnContract(null))
    {
        Requirements = new HelperRequirements("sleep") { IsSleepable = true },
    };

    /// <summary>A helper that may be called while a lock is held.</summary>
    public static MethodContract Permitted { get; } =
        Helper("permitted", [], new ReturnContract(null)) with { Regions = [new RegionUse(Lock, RegionEffect.IsAllowedIn, -1)] };

    /// <summary>What a call does that makes or releases an owner of a kind.</summary>
    public static ImmutableArray<RegionUse> OfOwner(string kind, RegionEffect effect) =>
        kind == Interrupts ? [new RegionUse(NoInterrupts, effect, 0)] : [];

    /// <summary>A call that enters or leaves a region, or needs it.</summary>
    public static MethodContract Of(RegionKind kind, RegionEffect effect)
    {
        var (region, parameter) = kind switch
        {
            RegionKind.Section => (Section, null),
            RegionKind.Spot => (Lock, new ParameterContract("lock", ScalarType.U8, ArgumentPassing.Ref)),
            _ => (kind == RegionKind.Lock ? Lock : Guard, new ParameterContract("lock", HandleType.Instance, ArgumentPassing.Value)),
        };
        var use = new RegionUse(region, effect, parameter is null ? -1 : 0);
        var contract = new MethodContract($"{effect} {kind}", parameter is null ? [] : [parameter], new ReturnContract(null))
        {
            Regions = region == Lock && effect == RegionEffect.Needs ? [use, use with { Effect = RegionEffect.IsAllowedIn }] : [use],
        };
        return kind == RegionKind.Guard ? contract : contract with { Requirements = new HelperRequirements(contract.Name) };
    }
}
