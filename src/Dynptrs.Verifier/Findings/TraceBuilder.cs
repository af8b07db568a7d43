using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Findings;

/// <summary>Picks from all steps of a path those that explain a finding.</summary>
internal static class TraceBuilder
{
    /// <summary>How many branches a trace shows: those nearest to the finding.</summary>
    private const int MaxBranches = 8;

    /// <summary>The steps that concern what a finding is about, and the way that led from them to it, oldest first.</summary>
    /// <param name="state">The path.</param>
    /// <param name="about">What the finding is about.</param>
    /// <param name="isOfOmission">Whether it is about what did not happen: then the way that was taken is all that explains it.</param>
    public static ImmutableArray<TraceStep> Build(State state, About about, bool isOfOmission)
    {
        var relevant = new HashSet<int>();
        Add(relevant, about.First);
        Add(relevant, about.Second);
        if (about.End is { } end)
        {
            Add(relevant, end.Id);
            Add(relevant, end.OtherId);
        }

        var steps = new List<TraceStep>();
        var (branches, first) = (0, 0);
        for (var node = state.Trace; node is not null; node = node.Parent)
        {
            if (node == about.End || relevant.Contains(node.Id) || (IsOfOwner(node.Step.Kind) && relevant.Contains(node.OtherId)))
            {
                Add(relevant, node.Id);
                Add(relevant, node.OtherId);
                steps.Add(node.Step);
                first = steps.Count;
            }
            else if (node.Step.Kind is TraceStepKind.Called or TraceStepKind.CalledBack)
            {
                if (IsActive(state.Frame, node.Frame))
                {
                    steps.Add(node.Step);
                    first = steps.Count;
                }
            }
            else if (node.Step.IsBranch && branches < MaxBranches && IsActive(state.Frame, node.Frame))
            {
                steps.Add(node.Step);
                branches++;
            }
        }

        // Branches before anything happened to what the finding is about explain nothing, but for the last when nothing did.
        if (first == 0 && isOfOmission)
            first = Math.Min(steps.Count, 1);
        steps.RemoveRange(first, steps.Count - first);
        steps.Reverse();
        return [.. steps];
    }

    private static void Add(HashSet<int> ids, int id)
    {
        if (id != 0)
            ids.Add(id);
    }

    /// <summary>Whether a step on a reference also names the owner that it was acquired or released through.</summary>
    private static bool IsOfOwner(TraceStepKind kind) => kind is TraceStepKind.Acquired or TraceStepKind.Released;

    private static bool IsActive(Frame? frame, Frame context)
    {
        for (; frame is not null; frame = frame.Parent)
        {
            if (frame == context)
                return true;
        }

        return false;
    }
}
