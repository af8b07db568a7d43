using System.Collections.Generic;
using System.Threading;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Engine.Suggestions;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine;

/// <summary>Follows every path of a function, and of what it calls, until nothing new is met.</summary>
/// <remarks>
/// Follows <c>do_check</c>. States that reach the same point are kept apart while they differ in what is owned, held, null
/// or dead. In numbers they are joined, which is quick and refuses too much at worst; only where that refuses something
/// are the paths followed again, exactly, with the numbers that decide branches kept apart as the kernel keeps them.
/// </remarks>
internal sealed class Explorer
{
    private const int MissesPerHit = 64;
    private const int MissesPerHitInLoops = 8;

    private readonly VerifierOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Worklist _worklist;
    private readonly Reporter? _refused;
    private readonly Precision _precision;
    private readonly StateComparer _comparer;
    private readonly PlaceEvaluator _places;
    private readonly InstructionTransfer _instructions;
    private readonly CallTransfer _calls;
    private int _stepsLeft;
    private PointState? _followed;
    private PointState? _loopHead;
    private readonly HashSet<PointStates> _loopHeads = [];
    private readonly Dictionary<PointStates, bool> _isIterated = [];

    /// <summary>Prepares to follow paths.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="refused">
    /// What was refused while numbers were joined, to follow the paths exactly until all of it is found again; or <see langword="null"/>.
    /// </param>
    /// <param name="precision">Which numbers keep states apart.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    private Explorer(VerifierOptions options, Reporter? refused, Precision precision, CancellationToken cancellationToken)
    {
        _options = options;
        _refused = refused;
        _precision = precision;
        _cancellationToken = cancellationToken;
        _stepsLeft = precision switch
        {
            Precision.Joined => options.MaxSteps,
            Precision.Exact => options.MaxExactSteps,
            _ => options.MaxLoopSteps,
        };
        _comparer = new StateComparer(precision);
        _worklist = new Worklist(isDepthFirst: precision != Precision.Joined);
        _places = new PlaceEvaluator(Reporter, Suggestions);
        var counterparts = new CounterpartChecks(_places, Reporter);
        _instructions = new InstructionTransfer(_places, Reporter, counterparts);
        _calls = new CallTransfer(_places, _instructions, Reporter, counterparts, Bodies, Suggestions, options);
    }

    public Reporter Reporter { get; } = new();

    public SuggestionCollector Suggestions { get; } = new();

    public ReachedBodies Bodies { get; private set; } = new();

    /// <summary>Follows all paths from the entry of a function, exactly where it matters.</summary>
    public static Explorer Run(Function entry, VerifierOptions options, CancellationToken cancellationToken)
    {
        var quick = new Explorer(options, refused: null, Precision.Joined, cancellationToken);
        quick.Explore(entry);
        var result = quick.Reporter.HasFindings ? Refute(quick, entry, cancellationToken) : quick;
        if (result.Reporter.HasFindings)
            return result;
        if (!quick.LoopsAreCounted(out var branching))
            new Explorer(options, refused: null, Precision.Loops, cancellationToken).ProveLoops(entry, result.Reporter);
        else if (branching is not null)
            result.ReportLoop(branching.States[0].State, branching, FindingKind.LoopBranchesTooOften);
        return result;
    }

    /// <summary>Joined numbers may have hidden that a path does not exist. What is not proved within the bounds stays refused.</summary>
    private static Explorer Refute(Explorer quick, Function entry, CancellationToken cancellationToken)
    {
        var exact = new Explorer(quick._options, quick.Reporter, Precision.Exact, cancellationToken);
        if (!exact.Explore(entry))
            return quick;
        // Where all was found again, not all paths were followed.
        if (exact.Reporter.Confirms(quick.Reporter))
            exact.Bodies = quick.Bodies;
        return exact;
    }

    /// <summary>Whether the loops of program code evidently end within the bounds, as nearly all do.</summary>
    /// <param name="branching">The loop that evidently branches more often than is allowed, if one does.</param>
    private bool LoopsAreCounted(out PointStates? branching)
    {
        branching = null;
        var loops = new List<(CountedLoop Loop, long Rounds)>();
        foreach (var head in _loopHeads)
        {
            var loop = new CountedLoop(head);
            if (loop.GetRounds(_places, _instructions) is not { } rounds)
                return false;
            loops.Add((loop, rounds));
        }

        foreach (var (inner, _) in loops)
        {
            var (all, sure) = (1.0, 1.0);
            foreach (var (outer, rounds) in loops)
            {
                if (!outer.Contains(inner))
                    continue;
                all *= rounds;
                sure *= outer.AreRoundsExact ? rounds : 1;
            }

            if (all * inner.InstructionCount > _options.MaxCountedSteps)
                return false;
            if (sure > _options.MaxPendingBranches / inner.InstructionCount && sure * inner.FreshBranchCount > _options.MaxPendingBranches)
                branching = inner.Head;
        }

        return true;
    }

    /// <summary>Follows the loops of program code round by round to their ends, where all else is proved already.</summary>
    /// <remarks>
    /// Follows <c>is_state_visited</c>: a state that equals one that it comes from will never leave its loop, and one that only is covered by it
    /// goes on. What does not decide when a loop ends is joined, so that rounds cost what they cost, not paths.
    /// </remarks>
    private void ProveLoops(Function entry, Reporter result)
    {
        Explore(entry);
        foreach (var finding in Reporter.ToImmutable())
        {
            if (finding.Kind.IsOfLoop())
                result.Add(finding);
        }
    }

    /// <summary>Follows all paths from the entry of a function.</summary>
    /// <returns>Whether all were followed within the bounds.</returns>
    public bool Explore(Function entry)
    {
        var state = EntryState.Create(entry, _options);
        Reach(state.Frame.GetBlock(0), state);
        while (_worklist.Take() is { } item)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_stepsLeft < 0 || item.Point.States.Count > _options.MaxStatesPerPoint)
            {
                if (_precision == Precision.Loops && _loopHead is { } head)
                    ReportLoop(head.State, head.Point, FindingKind.LoopTooLong);
                else
                    Reporter.ReportTooComplex(entry);
                return false;
            }

            _followed = item;
            Continue(item);
            item.Close();
            if (_refused is not null && Reporter.Confirms(_refused))
                return true;
        }

        return true;
    }

    private void Continue(PointState item)
    {
        var state = item.State.Fork();
        state.Frame = item.Point.Frame;
        var (block, index, isCallback) = item.Point.Resumption;
        if (!isCallback)
        {
            Run(state, block, index);
            return;
        }

        // The callback may run once more, or the call be over.
        var call = (CallInstruction)state.Frame.Function.Blocks[block].Instructions[index];
        var after = state.Fork();
        _calls.FinishCallbacks(after, call);
        Run(after, block, index + 1);
        if (_calls.EnterCallback(state, call, item.Point.Resumption))
            Reach(state.Frame.GetBlock(0), state);
    }

    private void Run(State state, int blockIndex, int index)
    {
        var block = state.Frame.Function.Blocks[blockIndex];
        for (; index < block.Instructions.Length; index++)
        {
            _stepsLeft--;
            if (!state.Frame.Function.IsProgramCode && MayThrow(block.Instructions[index]))
                ReachHandlers(state, block, block.Instructions[index]);
            if (block.Instructions[index] is not CallInstruction call)
            {
                _instructions.Execute(state, block.Instructions[index]);
                continue;
            }

            switch (_calls.Execute(state, call, new Resumption(blockIndex, index + 1, IsCallback: false)))
            {
                case CallProgress.Entered:
                    Reach(state.Frame.GetBlock(0), state);
                    return;
                case CallProgress.RunsCallback:
                    Reach(state.Frame.GetResumption(new Resumption(blockIndex, index, IsCallback: true)), state);
                    return;
            }
        }

        _stepsLeft--;
        Leave(state, block);
    }

    private void Leave(State state, Block block)
    {
        switch (block.Terminator)
        {
            case GotoTerminator jump:
                Reach(state.Frame.GetBlock(jump.Target), state);
                break;
            case BranchTerminator branch:
                Branch(state, branch);
                break;
            case ReturnTerminator result:
                if (_calls.Return(state, result) is { } point)
                    Reach(point, state);
                break;
            case ThrowTerminator { IsImplicit: true }:
                _calls.CheckLeaksWhenThrown(state);
                break;
            case ThrowTerminator exit:
                _calls.CheckLeaks(state, exit.Site, null);
                break;
        }
    }

    private void Branch(State state, BranchTerminator branch)
    {
        var condition = _places.ReadNumber(state, branch.Condition, branch.Site);
        if (condition.Range.IsConstant)
        {
            Reach(state.Frame.GetBlock(condition.Range.SignedMin != 0 ? branch.WhenTrue : branch.WhenFalse), state);
            return;
        }

        // What is reached last is followed first where paths are followed one by one. It is the shorter way to the end: out
        // of a loop before around it, so that what is refused there is soon found again.
        var facts = state.Frame.Function.Facts;
        var first = facts.GetDistanceToEnd(branch.WhenTrue) > facts.GetDistanceToEnd(branch.WhenFalse);
        var otherwise = state.Fork();
        Take(otherwise, first);
        Take(state, !first);

        void Take(State taken, bool value)
        {
            if (Assume(taken, condition, value, branch))
                Reach(taken.Frame.GetBlock(value ? branch.WhenTrue : branch.WhenFalse), taken);
        }
    }

    private static bool Assume(State state, NumberValue condition, bool value, BranchTerminator branch)
    {
        // A null test says more than the branch that it decides, and a branch that stands nowhere in the source says nothing.
        if (condition.Outcome is not NullOutcome && branch.Site.Source is not null)
            state.Record(value ? TraceStepKind.BranchTrue : TraceStepKind.BranchFalse, branch.Site, "", "", id: 0);
        return Assumptions.Assume(state, condition, value, branch.Site);
    }

    /// <summary>Whether handlers see the state before an instruction: a call that throws has done nothing, and a release does not throw.</summary>
    /// <remarks>Handlers in program code are refused where they are set up, and never run.</remarks>
    private static bool MayThrow(Instruction instruction) => instruction switch
    {
        CallInstruction { Target: ContractTarget { Contract: var contract } } => !contract.Releases,
        CallInstruction or OpaqueInstruction => true,
        _ => false,
    };

    private void ReachHandlers(State state, Block block, Instruction instruction)
    {
        foreach (var handler in block.Handlers)
        {
            if (handler == block.WayOut && !ImplicitExceptions.Of(instruction))
                continue;
            var thrown = state.Fork();
            if (handler == block.WayOut)
                thrown.Record(TraceStepKind.Thrown, instruction.Site, "", instruction is CallInstruction call ? call.Target.Name : "", id: 0);
            Reach(state.Frame.GetBlock(handler), thrown);
        }
    }

    private void Reach(PointStates point, State state)
    {
        if (point.Resumption is { Index: 0, IsCallback: false })
            Forget(state, point.Resumption.Block);
        var isLoop = point.IsLoopHead && !point.Resumption.IsCallback && state.Frame.IsStrict;
        for (var i = point.States.Count - 1; i >= 0; i--)
        {
            var visited = point.States[i];
            if (_precision != Precision.Loops)
                _stepsLeft--;
            switch (_comparer.Compare(visited.State, state))
            {
                case StateComparison.Covered when _precision == Precision.Loops && isLoop && _followed!.ComesFrom(visited):
                    if (_comparer.Compare(state, visited.State) != StateComparison.Covered)
                        break;
                    if (IsIterated(point))
                    {
                        visited.Hits++;
                        return;
                    }

                    ReportLoop(state, point, FindingKind.EndlessLoop);
                    return;

                // Inside of a round this would end the path before it comes back to where endless loops show.
                case StateComparison.Covered when _precision == Precision.Loops && !isLoop && state.Frame.IsStrict && _followed!.ComesFrom(visited)
                    && _comparer.Compare(state, visited.State) == StateComparison.Covered:
                    break;
                case StateComparison.Covered:
                    visited.Hits++;
                    return;
                case StateComparison.Joinable:
                    visited.Hits++;
                    visited.State = _comparer.Join(visited.State, state, widen: point.IsLoopHead);
                    _worklist.Add(visited);
                    return;
            }

            // A state that covers no other only costs time, as each round of a loop that counts does. The kernel forgets it, too.
            visited.Misses++;
            if (_precision != Precision.Joined && !visited.IsPending && visited.Misses > (_precision == Precision.Loops ? MissesPerHitInLoops : MissesPerHit) * (visited.Hits + 1))
                point.States.RemoveAt(i);
        }

        var added = new PointState(point, state, _followed);
        if (isLoop)
        {
            _loopHead = added;
            _loopHeads.Add(point);
        }

        point.States.Add(added);
        _worklist.Add(added);
    }

    private bool IsIterated(PointStates head)
    {
        if (!_isIterated.TryGetValue(head, out var known))
            _isIterated.Add(head, known = new CountedLoop(head).IsIterated);
        return known;
    }

    /// <summary>Reports a loop at its condition or, where it has none, at what it does first.</summary>
    private void ReportLoop(State state, PointStates head, FindingKind kind)
    {
        var block = head.Frame.Function.Blocks[head.Resumption.Block];
        var site = block.Terminator is BranchTerminator { Site: { Source: not null } condition } ? condition : block.Terminator.Site;
        foreach (var instruction in block.Instructions)
        {
            if (site.Source is null)
                site = instruction.Site;
        }

        var at = state.Fork();
        at.Frame = head.Frame;
        Reporter.Report(at, kind, site.Source is null ? head.Frame.Function.Site : site, head.Frame.Function.Name);
    }

    /// <summary>Forgets what is dead where a block begins.</summary>
    private static void Forget(State state, int block)
    {
        var frame = state.Frame;
        var liveness = frame.Function.Facts.Liveness;
        var end = frame.FirstCell + frame.Function.CellCount;
        var cells = state.Cells;
        var (owners, ownerCount) = (0, 0);
        for (var cell = cells.Next(frame.FirstCell - 1); cell >= 0 && cell < end; cell = cells.Next(cell))
        {
            if (liveness.IsLive(block, cell - frame.FirstCell))
                continue;
            if (cells[cell] is OwnerValue { Reference: 0 })
                (owners, ownerCount) = (cell, ownerCount + 1);
            else if (cells[cell] is not (OwnerValue or HandleValue { Reference: not 0, Ending: null } or PointerValue { Reference: not 0, Ending: null }))
                cells[cell] = null;
        }

        // What holds a reference is kept, and so is an owner with views: overwriting it would end them.
        for (var cell = owners; ownerCount > 0; cell--)
        {
            if (cells[cell] is not OwnerValue { Reference: 0 } owner || liveness.IsLive(block, cell - frame.FirstCell))
                continue;
            ownerCount--;
            if (!Ownership.HasViews(state, owner.Id))
                cells[cell] = null;
        }
    }
}
