using System.Collections.Immutable;

namespace Dynptrs.Verifier.Tests.Properties.Sabotage;

/// <summary>The faults that the generated programs must show.</summary>
internal static class Mutants
{
    public static ImmutableArray<Mutant> All { get; } =
    [
        // Faults that were found in programs, and repaired.
        new(
            "a mistake in a followed function is dropped because the function is verified alone, too",
            "Findings/Reporter.cs",
            "if (isReportedAtRoot(frame.Reference!, finding))",
            "if (frame.Reference!.IsRoot)"),
        new(
            "a round of a loop ends where it began, and is taken to be proved",
            "States/VisitedStates.cs",
            "        && !visited.IsClosed\n",
            "        && visited.Point != point\n"),
        new(
            "a loop is taken to be proved where it comes back to a call that runs a callback",
            "States/VisitedStates.cs",
            "origin.IsRunOf(visited)",
            "origin != visited"),
        new(
            "a loop is not proved to end",
            "Paths/Verification.cs",
            "            ProveLoops(quick);\n",
            "            _ = nameof(ProveLoops);\n"),
        new(
            "memory is reached through a pointer that was read from memory",
            "Memory/PlaceEvaluator.cs",
            "case UnknownValue when IsPointerFollowed(state, place, step):",
            "case UnknownValue when place.Type is HandleType:"),
        new(
            "memory is reached through a pointer that was made of a number",
            "Transfer/PointerTransfer.cs",
            "else if (source is NumberValue && derive.Target.Type is PointerType)",
            "else if (source is NumberValue && derive.Target.Type is HandleType)"),
        new(
            "other memory is taken for an owner",
            "Checks/ArgumentChecks.cs",
            "else if (argument.Place.Pointer is not null && state.Frame.IsStrict)",
            "else if (argument.Place.Pointer is not null && !state.Frame.IsStrict)"),
        new(
            "an object that may be null is given to a helper in a followed function",
            "Checks/ArgumentChecks.cs",
            "when !parameter.ReleasesIfHeld && (!parameter.MayBeNull",
            "when state.Frame.Parent is null && !parameter.ReleasesIfHeld && (!parameter.MayBeNull"),
        new(
            "an object is released twice, or used after its release, across a call",
            "Checks/ArgumentChecks.cs",
            "            case HandleValue { Ending: not null }:\n",
            "            case HandleValue { Ending: not null } when state.Frame.Parent is null:\n"),
        new(
            "an object is released that nobody holds",
            "Checks/ArgumentChecks.cs",
            "case UntrustedValue or HandleValue { Reference: 0, Nullness: not Nullness.Null }",
            "case UntrustedValue or HandleValue { Reference: < 0, Nullness: not Nullness.Null }"),
        new(
            "a length is zero where a helper wants at least a byte",
            "Checks/SizeChecks.cs",
            "if (least >= minimum || (most >= minimum && !state.Frame.IsStrict))",
            "if (most >= minimum)"),
        new(
            "memory is null where it must be there",
            "Checks/SizeChecks.cs",
            "if (state.Frame.IsStrict && argument.Value is PointerValue",
            "if (!state.Frame.IsStrict && argument.Value is PointerValue"),
        new(
            "read-only memory is written through a pointer that was made of it",
            "Transfer/InstructionTransfer.cs",
            "|| allocate is { Origin: MemoryOrigin.Global, Target.Type: PointerType { IsReadOnly: true } },",
            "|| allocate is { Origin: MemoryOrigin.Stack, Target.Type: PointerType { IsReadOnly: true } },"),
        new(
            "a frame is not counted",
            "Checks/StackChecks.cs",
            "|| size <= options.MaxStackBytes)",
            "|| size >= 0)"),
        new(
            "a chain of frames is not counted",
            "Checks/StackChecks.cs",
            "if (above.Bytes <= options.MaxStackBytes && chain.Bytes > options.MaxStackBytes)",
            "if (above.Bytes > options.MaxStackBytes && chain.Bytes > options.MaxStackBytes)"),
        new(
            "a pointer is moved further than any memory reaches, and back",
            "Memory/MemoryChecks.cs",
            "if (!state.Frame.IsStrict || !(IsFar(offset) || IsFar(moved)))",
            "if (!(IsFar(offset) && IsFar(moved)) || moved.IsConstant)"),
        new(
            "an address is computed with as if it were a number",
            "Transfer/InstructionTransfer.cs",
            "        if (!state.Frame.IsStrict)\n        {\n            return binary.Operator is",
            "        if (state.Frame.IsStrict)\n        {\n            return binary.Operator is"),
        new(
            "memory of a function's own stack is returned",
            "Checks/ReturnChecks.cs",
            "Size: not 0, StackDepth: var depth } => depth,",
            "Size: 0, StackDepth: var depth } => depth,"),
        new(
            "the branches of a loop are not counted",
            "Paths/Verification.cs",
            "if (branching is not null)",
            "if (branching is null != branching is null)"),
        new(
            "a lock is taken again in each round of a loop, and given back as often",
            "Transfer/Regions.cs",
            "if (region is { IsEnteredAgain: true, IsReported: false })",
            "if (region is { IsEnteredAgain: true, IsReported: true })"),

        // Others, all over the verifier.
        new(
            "of two joined ranges the first is kept",
            "States/StateComparer.cs",
            "thresholds is { } known ? left.Widen(right, known) : left.Join(right);",
            "thresholds is { } known ? left.Widen(right, known) : left;"),
        new(
            "of a number that changes in a loop, bits are kept",
            "Domain/Scalar.cs",
            "Low.Widen(next.Low, Bounds.AllLow, thresholds), Bits.Widen(next.Bits));",
            "Low.Widen(next.Low, Bounds.AllLow, thresholds), Bits);"),
        new(
            "an access is checked where it begins, not where it ends",
            "Memory/MemoryChecks.cs",
            "at.SignedMax <= pointer.Size - size.SignedMax)",
            "at.SignedMax <= pointer.Size)"),
        new(
            "of a comparison, the greater side learns one too much",
            "Domain/ScalarComparison.cs",
            "right.Meet(Scalar.Signed(left.SignedMin + strictly, long.MaxValue)));",
            "right.Meet(Scalar.Signed(left.SignedMin + 1, long.MaxValue)));"),
        new(
            "the views of a released owner live on",
            "Domain/Ownership.cs",
            "                    EndViews(state, value.Id, ending);\n                    break;\n",
            "                    break;\n"),
        new(
            "what is found to be null is taken to be there",
            "Domain/Assumptions.cs",
            "var nullness = isNull ? Nullness.Null : Nullness.NotNull;",
            "var nullness = Nullness.NotNull;"),
        new(
            "a variable is forgotten while a pointer to it is left",
            "Facts/Liveness.cs",
            "protected override void TakeAddress(Place place) => pinned.Add(place.Local);",
            "protected override void TakeAddress(Place place) => pinned.Contains(0);"),
        new(
            "states in which owners hold different references are taken for one",
            "States/StateComparer.cs",
            "                && _map.TryMatch(left.Reference, right.Reference)\n                && _map.TryMatch(left.Parent",
            "                && _map.TryMatch(left.Parent"),

        // Regions.
        new(
            "where paths meet, what only one of them has entered is forgotten",
            "States/StateComparer.cs",
            "|| visited.Regions.Length != current.Regions.Length)",
            "|| visited.Regions.Length > current.Regions.Length)"),
        new(
            "a program ends inside a region",
            "Checks/RegionChecks.cs",
            "if (!function.SharesRegions || !function.IsProgramCode)",
            "if (!function.SharesRegions && !function.IsProgramCode)"),
        new(
            "a region is left that is not open",
            "Transfer/Regions.cs",
            "else if (!place.IsUnknown && !SharesRegions(state.Frame))",
            "else if (!place.IsUnknown && SharesRegions(state.Frame))"),
        new(
            "the region of another lock is left",
            "Transfer/Regions.cs",
            "if (region.Place.MayBe(place, state.Frame.IsStrict))",
            "if (region.Place.MayBe(place, !state.Frame.IsStrict))"),
        new(
            "regions are left out of order",
            "Transfer/Regions.cs",
            "if (use.Region.IsLeftInOrder && FindLast(",
            "if (use.Region is { IsLeftInOrder: true, Nests: true } && FindLast("),
        new(
            "a call is made outside of the region that it needs",
            "Transfer/Regions.cs",
            "if (!isOpen && !SharesRegions(state.Frame))",
            "if (!isOpen && SharesRegions(state.Frame))"),
        new(
            "a helper is called while a lock is held",
            "Checks/RegionChecks.cs",
            "RegionCalls.OnlyAllowed => (target.Contract.Requirements is not null || target.Body is not null)",
            "RegionCalls.OnlyAllowed => target.Body is not null"),
        new(
            "a helper that may sleep is called where nothing may",
            "Checks/RegionChecks.cs",
            "RegionCalls.NotSleeping => MaySleep(target),",
            "RegionCalls.NotSleeping => MaySleep(target) && target.Body is not null,"),
        new(
            "a lock that does not nest is taken again",
            "Transfer/Regions.cs",
            "if (use.Region.Nests || !open.Place.IsSame(place)",
            "if (!use.Region.Nests || !open.Place.IsSame(place)"),
    ];
}
