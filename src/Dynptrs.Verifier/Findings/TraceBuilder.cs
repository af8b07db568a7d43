using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Findings;

/// <summary>Picks from all steps of a path those that explain a finding.</summary>
internal sealed class TraceBuilder
{
    /// <summary>How many branches a trace shows: those nearest to the finding. As many are kept of those in functions that had returned.</summary>
    private const int MaxBranches = 8;

    private readonly HashSet<int> _relevant = [];
    private readonly HashSet<Frame> _active = [];

    /// <summary>The functions that had returned by then in which a step lies whose call is yet to be met.</summary>
    private readonly HashSet<Frame> _returned = [];

    private readonly List<TraceStep> _steps = [];

    /// <summary>The steps that concern what a finding is about, and the way that led from them to it, oldest first.</summary>
    /// <param name="state">The path.</param>
    /// <param name="about">What the finding is about.</param>
    /// <param name="isOfOmission">Whether it is about what did not happen: then the way that was taken is all that explains it.</param>
    public TraceBuilder(State state, About about, bool isOfOmission)
    {
        for (var frame = state.Frame; frame is not null; frame = frame.Parent)
            _active.Add(frame);
        Add(about.First);
        Add(about.Second);
        if (about.End is { } end)
        {
            Add(end.Id);
            Add(end.OtherId);
        }

        var passed = new List<PassedBranch>();
        var (branches, first) = (0, 0);
        for (var node = state.Trace; node is not null; node = node.Parent)
        {
            if (node == about.End || _relevant.Contains(node.Id) || (IsOfOwner(node.Step.Kind) && _relevant.Contains(node.OtherId)))
            {
                Add(node.Id);
                Add(node.OtherId);
                _steps.Add(node.Step);
                first = _steps.Count;
                for (var frame = node.Frame; !_active.Contains(frame); frame = frame.Parent!)
                    _returned.Add(frame);
            }
            else if (node.Step.Kind is TraceStepKind.Called or TraceStepKind.CalledBack)
            {
                if (_returned.Remove(node.Frame) || _active.Contains(node.Frame))
                {
                    _steps.Add(node.Step);
                    first = _steps.Count;
                }
            }
            else if (node.Step.IsBranch && !_active.Contains(node.Frame))
            {
                if (passed.Count < MaxBranches)
                    passed.Add(new PassedBranch(node.Step, CallsTo(node.Frame), _steps.Count));
            }
            else if (node.Step.IsBranch && branches < MaxBranches)
            {
                _steps.Add(node.Step);
                branches++;
            }
        }

        // Branches before anything happened to what the finding is about explain nothing, but for the last when nothing did.
        if (first == 0 && isOfOmission)
            first = Math.Min(_steps.Count, 1);
        else
            passed.RemoveAll(branch => branch.StepsAfter >= first);
        _steps.RemoveRange(first, _steps.Count - first);
        _steps.Reverse();
        Steps = [.. _steps];
        Passed = [.. passed.ConvertAll(branch => branch with { StepsAfter = Math.Min(branch.StepsAfter, first) })];
    }

    /// <summary>The steps of the trace.</summary>
    public ImmutableArray<TraceStep> Steps { get; }

    /// <summary>The branches in functions that had returned, latest first.</summary>
    public ImmutableArray<PassedBranch> Passed { get; }

    private void Add(int id)
    {
        if (id != 0)
            _relevant.Add(id);
    }

    /// <summary>The calls that led from what has not returned to a frame.</summary>
    private ImmutableArray<TraceStep> CallsTo(Frame frame)
    {
        var calls = new List<TraceStep>();
        for (; !_active.Contains(frame); frame = frame.Parent!)
            calls.Add(CallSites.Step(frame));
        calls.Reverse();
        return [.. calls];
    }

    /// <summary>Whether a step on a reference also names the owner that it was acquired or released through.</summary>
    private static bool IsOfOwner(TraceStepKind kind) => kind is TraceStepKind.Acquired or TraceStepKind.Released;
}
