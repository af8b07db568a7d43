using System.Collections.Generic;
using System.Threading;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Limits;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Paths.Loops;
using Dynptrs.Verifier.States;
using Dynptrs.Verifier.Suggestions;
using Dynptrs.Verifier.Tracing;
using Dynptrs.Verifier.Transfer;

namespace Dynptrs.Verifier.Paths;

/// <summary>Follows every path of a function, and of what it calls, until nothing new is met.</summary>
/// <remarks>Follows <c>do_check</c>.</remarks>
internal sealed class Explorer
{
    private readonly VerifierOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Worklist _worklist;
    private readonly Reporter? _refused;
    private readonly Precision _precision;
    private readonly VisitedStates _visited;
    private readonly CallTransfer _calls;
    private readonly HashSet<PointStates> _loopHeads = [];
    private readonly Dictionary<PointStates, bool> _isIterated = [];
    private readonly HashSet<Block> _followedBlocks = [];
    private int _stepsLeft;
    private PointState? _followed;
    private (PointStates Head, State State)? _lastLoop;

    /// <summary>Prepares to follow paths.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="refused">
    /// What was refused while numbers were joined, to follow the paths exactly until all of it is found again; or <see langword="null"/>.
    /// </param>
    /// <param name="precision">Which numbers keep states apart.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Explorer(VerifierOptions options, Reporter? refused, Precision precision, CancellationToken cancellationToken)
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
        _visited = new VisitedStates(precision);
        _worklist = new Worklist(isDepthFirst: precision != Precision.Joined);
        Reporter = new Reporter(options.IsReportedAtRoot);
        Suggestions = new SuggestionCollector(Reporter) { IsAsked = precision != Precision.Loops && options.Avoided is null };
        Places = new PlaceEvaluator(Reporter, Suggestions.Copies, options.Loading);
        var counterparts = new CounterpartChecks(Places, Reporter);
        var copies = new CopyChecks(Places, Reporter);
        Instructions = new InstructionTransfer(Places, Reporter, counterparts, copies);
        _calls = new CallTransfer(Places, copies, counterparts, Reporter, Bodies, Suggestions, options, precision == Precision.Joined);
    }

    /// <summary>What was spent of the bounds while numbers are joined: instructions that were followed, and states that were compared.</summary>
    public int Steps => _options.MaxSteps - _stepsLeft + _visited.Comparisons;

    public Reporter Reporter { get; }

    public SuggestionCollector Suggestions { get; }

    public ReachedBodies Bodies { get; } = new();

    public PlaceEvaluator Places { get; }

    public InstructionTransfer Instructions { get; }

    /// <summary>The heads of the loops of program code that were met.</summary>
    public IReadOnlyCollection<PointStates> LoopHeads => _loopHeads;

    /// <summary>Whether a path led through a block, where a way is avoided.</summary>
    public bool HasFollowed(Block? block) => block is not null && _followedBlocks.Contains(block);

    /// <summary>Follows all paths from the entry of a function.</summary>
    /// <returns>Whether all were followed within the bounds.</returns>
    public bool Explore(Function entry)
    {
        var state = EntryState.Create(entry, _options.Program, _options.Loading);
        _calls.Begin(state);
        _calls.Stack.CheckFrame(state);
        Reach(state, 0);
        while (_worklist.Take() is { } item)
        {
            if (item.Point.States.Count > _options.MaxStatesPerPoint)
                return GiveUp(entry);

            // Follows push_stack, which refuses BPF_COMPLEXITY_LIMIT_JMP_SEQ.
            if (_precision == Precision.Loops && _worklist.Count > _options.MaxPendingBranches && _lastLoop is var (branching, atBranch))
            {
                if (!ReportCounter())
                {
                    var finding = new LoopBranchesTooOften(
                        SiteOfLoop(branching), branching.Frame.Function.Name, _options.MaxPendingBranches);
                    ReportLoop(atBranch, branching, finding);
                }

                return false;
            }

            _followed = item;
            Continue(item);
            item.Close();
            if (IsOverBudget)
                return GiveUp(entry);
            if (_refused is not null && Reporter.Confirms(_refused))
                return true;
        }

        return true;
    }

    private bool IsOverBudget => _stepsLeft < _visited.Comparisons || _visited.CostInLoops > _options.MaxLoopComparisons;

    private bool GiveUp(Function entry)
    {
        if (_precision != Precision.Loops || _lastLoop is not var (head, state))
            Reporter.Add(new TooComplex(entry.Site, entry.Name));
        else if (!ReportCounter())
            ReportLoop(state, head, new LoopTooLong(SiteOfLoop(head), head.Frame.Function.Name));
        return false;
    }

    /// <summary>Reports what counts beside an iterator, and keeps its loop from being proved, if something does.</summary>
    private bool ReportCounter()
    {
        foreach (var head in _loopHeads)
        {
            if (IsIterated(head) && RoundCounter.Find(new CountedLoop(head, _options.Program)) is { } counter)
            {
                var finding = new CounterBesideIterator(SiteOfLoop(head), head.Frame.Function.Name, counter);
                ReportLoop(head.States[head.States.Count - 1].State, head, finding);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports what is wrong with a loop.</summary>
    public void ReportLoop(State state, PointStates head, Finding finding)
    {
        var at = state.Fork();
        at.Frame = head.Frame;
        Reporter.Report(at, finding);
    }

    /// <summary>The place of a loop: its condition or, where it has none, what it does first.</summary>
    public static Site SiteOfLoop(PointStates head)
    {
        var block = head.Frame.Function.Blocks[head.Resumption.Block];
        var site = block.Terminator is BranchTerminator { Site: { Source: not null } condition } ? condition : block.Terminator.Site;
        foreach (var instruction in block.Instructions)
        {
            if (site.Source is null)
                site = instruction.Site;
        }

        return site.Source is null ? head.Frame.Function.Site : site;
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
        _calls.Callbacks.Finish(after, call);
        Run(after, block, index + 1);
        if (_calls.Callbacks.Enter(state, call, item.Point.Resumption))
            Reach(state, 0);
    }

    /// <summary>Follows a path up to where others meet it, or to its end.</summary>
    private void Run(State state, int blockIndex, int index)
    {
        while (Execute(state, blockIndex, index) is { } next && !IsOverBudget)
            (blockIndex, index) = next;
    }

    /// <summary>Executes what is left of a block.</summary>
    /// <returns>Where the path goes on, or <see langword="null"/> where it ends or waits to be followed.</returns>
    private (int Block, int Index)? Execute(State state, int blockIndex, int index)
    {
        // A path that goes through calls alone meets no other for as long as the budget lasts.
        _cancellationToken.ThrowIfCancellationRequested();
        var block = state.Frame.Function.Blocks[blockIndex];
        Reporter.Block = block;
        if (_options.Avoided is not null)
            _followedBlocks.Add(block);
        for (; index < block.Instructions.Length; index++)
        {
            _stepsLeft--;
            if (!state.Frame.Function.IsProgramCode && MayThrow(block.Instructions[index]))
                ReachHandlers(state, block, block.Instructions[index]);
            if (block.Instructions[index] is not CallInstruction call)
            {
                Instructions.Execute(state, block.Instructions[index]);
                continue;
            }

            switch (_calls.Execute(state, call, new Resumption(blockIndex, index + 1, IsCallback: false)))
            {
                case CallProgress.Done when call.Target is ContractTarget { Contract.EndsProgram: { } end }:
                    End(state, call, end);
                    break;
                case CallProgress.Entered:
                    return GoOn(state, 0);
                case CallProgress.RunsCallback:
                    Reach(_visited.AtResumption(state.Frame, new Resumption(blockIndex, index, IsCallback: true)), state);
                    return null;
            }
        }

        _stepsLeft--;
        return Leave(state, block);
    }

    private (int Block, int Index)? Leave(State state, Block block)
    {
        switch (block.Terminator)
        {
            case GotoTerminator jump:
                return GoOn(state, jump.Target);
            case BranchTerminator branch:
                return Branch(state, branch);
            case ReturnTerminator result:
                return Return(state, result);
            case ThrowTerminator { IsImplicit: true }:
                _calls.Leaks.CheckThrown(state);
                return null;
            case ThrowTerminator exit:
                _calls.Leaks.Check(state, exit.Site, null);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Follows the path on which a call has ended the program, or the method; the other goes on.</summary>
    private void End(State state, CallInstruction call, EndOfProgram end)
    {
        if (!state.Frame.Function.IsProgramCode)
            return;
        var ended = state.Fork();
        if (_calls.End(ended, call, end) is { } resumption)
            Reach(_visited.AtResumption(ended.Frame, resumption), ended);
    }

    private (int Block, int Index)? Return(State state, ReturnTerminator result)
    {
        var returned = state.Frame;
        if (_calls.Return(state, result) is not { } resumption)
            return null;
        if (!resumption.IsCallback && !returned.Facts.HasBranches)
            return (resumption.Block, resumption.Index);
        Reach(_visited.AtResumption(state.Frame, resumption), state);
        return null;
    }

    /// <summary>Goes on to a block, unless paths meet there.</summary>
    private (int Block, int Index)? GoOn(State state, int block)
    {
        if (!state.Frame.Facts.IsMeetingPoint(block))
            return (block, 0);
        Reach(state, block);
        return null;
    }

    private (int Block, int Index)? Branch(State state, BranchTerminator branch)
    {
        var condition = Places.ReadNumber(state, branch.Condition, branch.Site);
        if (condition.Range.IsConstant)
        {
            condition.Lineage?.MarkPrecise();
            return GoOn(state, condition.Range.SignedMin != 0 ? branch.WhenTrue : branch.WhenFalse);
        }

        // Where paths are followed one by one, the one that is followed first is the shorter way to the end: out of a loop before around
        // it, so that what is refused there is soon found again. Else it is the one that comes first, so that paths are joined early.
        var facts = state.Frame.Facts;
        var waits = _precision == Precision.Joined
            ? facts.GetOrder(branch.WhenTrue) > facts.GetOrder(branch.WhenFalse)
            : facts.GetDistanceToEnd(branch.WhenTrue) > facts.GetDistanceToEnd(branch.WhenFalse);
        var otherwise = state.Fork();
        if (Assume(otherwise, condition, waits, branch))
            Reach(otherwise, waits ? branch.WhenTrue : branch.WhenFalse);
        return Assume(state, condition, !waits, branch) ? GoOn(state, waits ? branch.WhenFalse : branch.WhenTrue) : null;
    }

    /// <summary>Whether the way that is not taken is among what was just recorded.</summary>
    private bool IsAvoided(TraceNode? last, TraceNode? before)
    {
        if (_options.Avoided is not { } avoided)
            return false;
        for (var node = last; node != before; node = node!.Parent)
        {
            if (node!.Step.Kind == avoided.Kind && node.Step.Site == avoided.Site)
                return true;
        }

        return false;
    }

    private bool Assume(State state, NumberValue condition, bool value, BranchTerminator branch)
    {
        var before = state.Trace;
        // A null test says more than the branch that it decides, and a branch that stands nowhere in the source says nothing.
        if (condition.Outcome is not NullOutcome && branch.Site.Source is not null)
            state.Record(value ? TraceStepKind.BranchTrue : TraceStepKind.BranchFalse, branch.Site, "", "", id: 0);
        return Assumptions.Assume(state, condition, value, branch.Site) && !IsAvoided(state.Trace, before);
    }

    /// <summary>
    /// Whether handlers see the state before an instruction: a call that throws has done nothing. Neither a release throws, nor what enters
    /// or leaves a region.
    /// </summary>
    /// <remarks>Handlers in program code are refused where they are set up, and never run.</remarks>
    private static bool MayThrow(Instruction instruction) => instruction switch
    {
        CallInstruction { Target: ContractTarget { Contract: var contract } } => !contract.Releases && !contract.ChangesRegions,
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
            {
                thrown.Record(
                    TraceStepKind.Thrown, instruction.Site, "", instruction is CallInstruction call ? call.Target.Name : "", id: 0);
            }

            Reach(thrown, handler);
        }
    }

    /// <summary>Lets a state reach a block of its innermost frame.</summary>
    private void Reach(State state, int block)
    {
        Forgetting.At(state, block);
        Reach(_visited.AtBlock(state.Frame, block), state);
    }

    private void Reach(PointStates point, State state)
    {
        var (arrival, item) = _precision == Precision.Loops && VisitedStates.IsLoop(point) && IsIterated(point)
            ? _visited.ArriveInRound(point, state, _followed)
            : _visited.Arrive(point, state, _followed);
        switch (arrival)
        {
            case Arrival.New:
                if (VisitedStates.IsLoop(point))
                {
                    _lastLoop = (point, item.State);
                    _loopHeads.Add(point);
                }

                _worklist.Add(item);
                break;
            case Arrival.Joined:
                _worklist.Add(item);
                break;
            case Arrival.Repeated:
                ReportLoop(state, point, new EndlessLoop(SiteOfLoop(point), point.Frame.Function.Name, GivenCounter.Find(point)));
                break;
        }
    }

    private bool IsIterated(PointStates head)
    {
        if (!_isIterated.TryGetValue(head, out var known))
            _isIterated.Add(head, known = new CountedLoop(head, _options.Program).IsIterated);
        return known;
    }
}
