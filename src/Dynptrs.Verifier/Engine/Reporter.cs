using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine;

/// <summary>Collects findings, each once, with the steps that led to it.</summary>
internal sealed class Reporter
{
    /// <summary>How many branches a trace shows: those nearest to the finding.</summary>
    private const int MaxBranches = 8;

    private readonly HashSet<(FindingKind, Site, Site)> _seen = [];
    private readonly List<Finding> _findings = [];

    public bool HasFindings => _findings.Count > 0;

    /// <summary>Whether all that another has found was found here too.</summary>
    public bool Confirms(Reporter other) => _findings.Count >= other._findings.Count && other._seen.IsSubsetOf(_seen);

    public ImmutableArray<Finding> ToImmutable() => [.. _findings];

    /// <summary>Takes over what another exploration has found.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Reports that a function was not verified within the bounds.</summary>
    /// <param name="entry">The function.</param>
    public void ReportTooComplex(Function entry) =>
        _findings.Add(new Finding(FindingKind.TooComplex, entry.Site, entry.Name, ImmutableArray<TraceStep>.Empty));

    /// <summary>Reports a finding, unless it was reported before or is reported where the function is verified on its own.</summary>
    /// <param name="state">The path.</param>
    /// <param name="kind">What is wrong.</param>
    /// <param name="site">Where.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="ids">The identities that it is about: the steps that concern them are part of its trace.</param>
    /// <param name="detail">What else it is about.</param>
    /// <param name="end">The step that ended what is used.</param>
    /// <param name="reference">The reference that it is about.</param>
    /// <param name="access">The access to memory that it is about.</param>
    /// <param name="helper">The call of a helper that it is about.</param>
    /// <param name="mismatch">The kinds that do not go together.</param>
    /// <param name="origin">Where the memory comes from that it is about.</param>
    /// <param name="range">The ranges of numbers that do not go together.</param>
    /// <param name="reason">Why what it is about has no counterpart in BPF.</param>
    public void Report(
        State state,
        FindingKind kind,
        Site site,
        string subject,
        (int First, int Second) ids = default,
        string detail = "",
        TraceNode? end = null,
        Reference? reference = null,
        MemoryAccess? access = null,
        HelperUse? helper = null,
        KindMismatch? mismatch = null,
        MemoryOrigin? origin = null,
        RangeMismatch? range = null,
        OpaqueReason? reason = null)
    {
        // What a callback returns is its caller's matter, and what the contract of a method leaves out is that method's, even where it
        // happens in a function that is verified on its own.
        var frame = kind == FindingKind.CallbackResult ? state.Frame.Parent ?? state.Frame : state.Frame;
        if (kind != FindingKind.InvalidationNotKept && !IsOnlyOfPrograms(kind, access, origin) && IsReportedAlone(frame, kind))
            return;
        if (!_seen.Add((kind, kind == FindingKind.LeakWhenThrown ? default : site, reference?.Acquired ?? default)))
            return;
        _findings.Add(new Finding(kind, site, subject, BuildTrace(state, ids, end, IsOfWhatIsMissing(kind)))
        {
            Detail = detail,
            Access = access,
            Helper = helper,
            Mismatch = mismatch,
            Origin = origin,
            Range = range,
            Reason = reason,
            Call = GetCallSite(state.Frame),
            Reference = reference is null ? null : ToHeld(state, reference),
            Held = GetHeld(state),
        });
    }

    /// <summary>Whether what is found in a frame is reported where its function, or one that led to it, is verified on its own.</summary>
    public static bool IsReportedAlone(Frame frame, FindingKind kind)
    {
        for (; frame.Parent is { } caller; frame = caller)
        {
            if (frame.Reference!.ReportsAlone(kind))
                return true;
        }

        return false;
    }

    /// <summary>Adds to a finding what led to it and what is held there.</summary>
    /// <param name="state">The path.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="ids">The identities that it is about.</param>
    public static Finding Complete(State state, Finding finding, (int First, int Second) ids) => finding with
    {
        Trace = BuildTrace(state, ids, end: null, isOfWhatIsMissing: false),
        Call = GetCallSite(state.Frame),
        Held = GetHeld(state),
    };

    /// <summary>Whether only program code is held to it: a function that it calls is not, where it is verified alone.</summary>
    public static bool IsOnlyOfPrograms(FindingKind kind, MemoryAccess? access, MemoryOrigin? origin) => kind switch
    {
        FindingKind.MovedView or FindingKind.HelperNotAllowed or FindingKind.PacketWriteNotAllowed or FindingKind.NeedsSleepable
            or FindingKind.NeedsNewerKernel or FindingKind.Untrusted or FindingKind.NoCounterpart => true,
        FindingKind.NotMapMemory => origin is MemoryOrigin.Heap or MemoryOrigin.Unknown,
        _ => kind.IsOfLoop() || access is { IsCertain: false },
    };

    /// <summary>Reports that a reference is lost.</summary>
    /// <param name="state">The path.</param>
    /// <param name="site">Where.</param>
    /// <param name="reference">The reference.</param>
    public void ReportLeak(State state, Site site, Reference reference) =>
        Report(state, FindingKind.Leak, site, ToHeld(state, reference).Subject, (reference.Id, 0), reference: reference);

    /// <summary>Reports that a reference is lost where something throws: once, for what throws first.</summary>
    /// <param name="state">The path.</param>
    /// <param name="thrown">What threw.</param>
    /// <param name="reference">The reference.</param>
    public void ReportLeak(State state, TraceStep thrown, Reference reference) =>
        Report(state, FindingKind.LeakWhenThrown, thrown.Site, ToHeld(state, reference).Subject, (reference.Id, 0), thrown.Detail, reference: reference);

    /// <summary>Names a reference after the variable that holds it now, which may not be the one that acquired it.</summary>
    private static HeldReference ToHeld(State state, Reference reference)
    {
        var name = Ownership.NameHolder(state, reference);
        return new HeldReference(name.Length > 0 ? name : reference.Subject, reference.Kind, reference.Acquired);
    }

    private static ImmutableArray<HeldReference> GetHeld(State state)
    {
        var held = ImmutableArray.CreateBuilder<HeldReference>(state.References.Length);
        foreach (var reference in state.References)
        {
            if (!reference.IsCallers)
                held.Add(ToHeld(state, reference));
        }

        return held.ToImmutable();
    }

    /// <summary>The call in the entry that leads to a frame; <see langword="null"/> for the frame of the entry itself.</summary>
    public static CallSite? GetCallSite(Frame frame)
    {
        if (frame.Parent is null)
            return null;
        var function = frame.Function.Name;
        while (frame.Parent is { Parent: not null } parent)
            frame = parent;
        return new CallSite(GetCallSite(frame.Call!, frame.Resumption.IsCallback), function);
    }

    /// <summary>The place of a call: for a callback, the argument that names it.</summary>
    public static Site GetCallSite(CallInstruction call, bool isCallback)
    {
        if (isCallback && call.Target is ContractTarget target)
        {
            for (var i = 0; i < call.Arguments.Length; i++)
            {
                if (target.Contract.Parameters[i].Callback is not null)
                    return call.Arguments[i].Site;
            }
        }

        return call.Site;
    }

    /// <summary>Whether what is wrong is what did not happen: then the way that was taken is all that explains it.</summary>
    private static bool IsOfWhatIsMissing(FindingKind kind) => kind is FindingKind.UseUninitialized or FindingKind.ReleaseUnacquired;

    private static ImmutableArray<TraceStep> BuildTrace(State state, (int First, int Second) ids, TraceNode? end, bool isOfWhatIsMissing)
    {
        var relevant = new HashSet<int>();
        Add(relevant, ids.First);
        Add(relevant, ids.Second);
        if (end is not null)
        {
            Add(relevant, end.Id);
            Add(relevant, end.OtherId);
        }

        var steps = new List<TraceStep>();
        var (branches, first) = (0, 0);
        for (var node = state.Trace; node is not null; node = node.Parent)
        {
            if (node == end || relevant.Contains(node.Id) || (IsOfOwner(node.Step.Kind) && relevant.Contains(node.OtherId)))
            {
                Add(relevant, node.Id);
                Add(relevant, node.OtherId);
                steps.Add(node.Step);
                first = steps.Count;
            }
            else if (node.Step.Kind is TraceStepKind.Called or TraceStepKind.CalledBack)
            {
                if (IsActive(state.Frame, node.Context))
                {
                    steps.Add(node.Step);
                    first = steps.Count;
                }
            }
            else if (IsBranch(node.Step.Kind) && branches < MaxBranches && IsActive(state.Frame, node.Context))
            {
                steps.Add(node.Step);
                branches++;
            }
        }

        // Branches before anything happened to what the finding is about explain nothing, but for the last when nothing did.
        if (first == 0 && isOfWhatIsMissing)
            first = System.Math.Min(steps.Count, 1);
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

    private static bool IsBranch(TraceStepKind kind) =>
        kind is TraceStepKind.BranchTrue or TraceStepKind.BranchFalse or TraceStepKind.FoundNull or TraceStepKind.FoundNotNull;

    private static bool IsActive(Frame? frame, object context)
    {
        for (; frame is not null; frame = frame.Parent)
        {
            if (frame == context)
                return true;
        }

        return false;
    }
}
