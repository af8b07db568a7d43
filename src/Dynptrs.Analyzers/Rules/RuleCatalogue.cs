using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>All rules. A new one is a class in this folder, a line here, a row in the release notes and a page in the docs.</summary>
internal static class RuleCatalogue
{
    public static ImmutableArray<Rule> Rules { get; } =
    [
        new UnreleasedReferenceRule(),
        new ReleaseNotHeldRule(),
        new UseOfDeadOwnerRule(),
        new OverwrittenReferenceRule(),
        new DeadSliceRule(),
        new MissingNullCheckRule(),
        new OutOfBoundsRule(),
        new UnboundedRule(),
        new WriteReadOnlyRule(),
        new OpaqueOwnerRule(),
        new WrongKindRule(),
        new BufferTooSmallRule(),
        new HelperNotAllowedRule(),
        new NeedsSleepableRule(),
        new NeedsNewerKernelRule(),
        new ParentReleasedRule(),
        new CallbackResultRule(),
        new ContractNotKeptRule(),
        new UnfollowedOwnerRule(),
        new TooComplexRule(),
        new NoCounterpartRule(),
        new IgnoredErrnoRule(),
        new FailingNumberRule(),
        new BounceBufferRule(),
        new LostCopyRule(),
        new WakeUpInLoopRule(),
        new AlwaysNullRule(),
        new ConstantReservationRule(),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. Rules.Select(rule => rule.Descriptor)];

    private static readonly ImmutableDictionary<FindingKind, Rule> ByKind =
        Rules.SelectMany(rule => rule.Kinds, (rule, kind) => (rule, kind)).ToImmutableDictionary(pair => pair.kind, pair => pair.rule);

    public static Rule Get(FindingKind kind) => ByKind[kind];
}
