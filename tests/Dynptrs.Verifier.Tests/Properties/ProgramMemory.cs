using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What the generator remembers of a program that it makes up: roughly what is alive, held and tested.</summary>
internal sealed class ProgramMemory
{
    private readonly string?[] _kinds;
    private readonly int[] _references;
    private readonly ViewMemory?[] _views;
    private readonly bool[] _handles;
    private readonly SpanMemory?[] _spans;
    private readonly SpanMemory?[] _refs;
    private readonly List<OpenedRegion> _regions;
    private bool _mustNotSleep;
    private int _lastReference;

    public ProgramMemory(int owners)
    {
        _kinds = new string?[owners];
        _references = new int[owners];
        _views = new ViewMemory?[ProgramShape.Views];
        _handles = new bool[ProgramShape.Handles];
        _spans = new SpanMemory?[ProgramShape.Spans];
        _refs = new SpanMemory?[ProgramShape.Refs];
        _regions = [];
    }

    private ProgramMemory(ProgramMemory other)
    {
        _kinds = [.. other._kinds];
        _references = [.. other._references];
        _views = [.. other._views];
        _handles = [.. other._handles];
        _spans = [.. other._spans];
        _refs = [.. other._refs];
        _regions = [.. other._regions];
        _mustNotSleep = other._mustNotSleep;
        Alias = other.Alias;
        _lastReference = other._lastReference;
    }

    public int Count => _kinds.Length;

    /// <summary>Whether control has left the program here.</summary>
    public bool HasLeft { get; set; }

    /// <summary>The owner that the ref variable points to, or -1 where it depends.</summary>
    public int Alias { get; set; }

    public IEnumerable<int> Alive => Enumerable.Range(0, Count).Where(owner => _kinds[owner] is not null);

    public IEnumerable<int> Held => Alive.Where(IsHeld);

    /// <summary>The views that are alive and not null.</summary>
    public IEnumerable<int> Usable => Enumerable.Range(0, ProgramShape.Views).Where(view => _views[view] is { IsTested: true });

    /// <summary>The handles that are held and not null.</summary>
    public IEnumerable<int> Handles => Enumerable.Range(0, ProgramShape.Handles).Where(handle => _handles[handle]);

    /// <summary>The spans whose memory is there.</summary>
    public IEnumerable<int> Spans => Enumerable.Range(0, ProgramShape.Spans).Where(span => _spans[span] is not null);

    /// <summary>The refs to memory that is there.</summary>
    public IEnumerable<int> Refs => Enumerable.Range(0, ProgramShape.Refs).Where(pointer => _refs[pointer] is not null);

    public long SizeOf(int view) => _views[view]?.Size ?? 1;

    public bool IsHeld(int owner) => _kinds[owner] is "ringbuf" or "child" or GeneratedRegions.Interrupts;

    /// <summary>The owners that are held and may be given back one after the other: the latest first, as interrupts ask for.</summary>
    public IEnumerable<int> HeldLatestFirst => Held.OrderByDescending(owner => _references[owner]);

    /// <summary>Whether an owner may be given back before others.</summary>
    public bool MayRelease(int owner) => _kinds[owner] != GeneratedRegions.Interrupts
        || Held.All(other => _kinds[other] != GeneratedRegions.Interrupts || _references[other] <= _references[owner]);

    /// <summary>The regions that are open, in the order in which they were entered.</summary>
    public IReadOnlyList<OpenedRegion> Regions => _regions;

    /// <summary>Whether a lock is held, so that helpers may not be called.</summary>
    public bool IsLocked => _regions.Exists(region => region.Kind is RegionKind.Lock or RegionKind.Spot);

    public bool MaySleep => !_mustNotSleep
        && !Held.Any(owner => _kinds[owner] == GeneratedRegions.Interrupts)
        && _regions.TrueForAll(region => region.Kind == RegionKind.Guard);

    public bool IsOpen(RegionKind kind, int at) => _regions.Exists(region => region.Kind == kind && region.At == at);

    public void Enter(OpenedRegion region) => _regions.Add(region);

    public void Leave(OpenedRegion region) => _regions.Remove(region);

    public string KindOf(int owner) => _kinds[owner] ?? "ringbuf";

    public bool MayOverwrite(int owner) => !IsHeld(owner) || Held.Any(other => other != owner && _references[other] == _references[owner]);

    public ProgramMemory Fork() => new(this);

    public void Make(int owner, string kind)
    {
        Drop(owner);
        (_kinds[owner], _references[owner]) = (kind, ++_lastReference);
    }

    public void Clone(int source, int target)
    {
        Drop(target);
        (_kinds[target], _references[target]) = (_kinds[source], _references[source]);
    }

    public void Release(int owner)
    {
        var reference = _references[owner];
        foreach (var holder in Held.Where(holder => _references[holder] == reference).ToList())
            Drop(holder);
    }

    public void View(Statement.View view, int owner) =>
        _views[view.Target] = new ViewMemory(owner, view.Size.Constant, view.IsTagged, IsTested: false);

    public void Record(int view, long size) => _views[view] = new ViewMemory(-1, size, IsTagged: false, IsTested: true);

    public void DropView(int view)
    {
        _views[view] = null;
        ForgetSpans();
    }

    public SpanMemory? SpanOf(int span) => _spans[span];

    public SpanMemory? RefOf(int pointer) => _refs[pointer];

    public void SetSpan(int span, SpanMemory? memory) => _spans[span] = memory;

    public void SetRef(int pointer, SpanMemory? memory) => _refs[pointer] = memory;

    /// <summary>The span over a view.</summary>
    public void SetSpan(int span, int view, bool isReadOnly) =>
        _spans[span] = _views[view] is { IsTested: true } viewed ? new SpanMemory(viewed, viewed.Size, isReadOnly, IsStack: false) : null;

    public void SetHandle(int handle, bool isHeld) => _handles[handle] = isHeld;

    public void CopyView(int target, int source) => _views[target] = _views[source];

    public void Write(int owner)
    {
        for (var i = 0; i < _views.Length && _kinds[owner] == "skb"; i++)
        {
            if (_views[i] is { IsTagged: true, Owner: >= 0 and var tagged } && _kinds[tagged] == "skb")
                _views[i] = null;
        }

        ForgetSpans();
    }

    public void Test(int view, bool isNull) =>
        _views[view] = isNull || _views[view] is not { } tested ? null : tested with { IsTested = true };

    /// <summary>Takes over what two branches have in common.</summary>
    public void Join(ProgramMemory left, ProgramMemory right)
    {
        if (left.HasLeft || right.HasLeft)
        {
            HasLeft = left.HasLeft && right.HasLeft;
            (left, right) = left.HasLeft ? (right, right) : (left, left);
        }

        for (var i = 0; i < Count; i++)
            (_kinds[i], _references[i]) = (left._kinds[i] == right._kinds[i] ? left._kinds[i] : null, left._references[i]);
        for (var i = 0; i < _views.Length; i++)
            _views[i] = left._views[i] == right._views[i] ? left._views[i] : null;
        for (var i = 0; i < _handles.Length; i++)
            _handles[i] = left._handles[i] && right._handles[i];
        for (var i = 0; i < _spans.Length; i++)
            _spans[i] = left._spans[i] == right._spans[i] ? left._spans[i] : null;
        for (var i = 0; i < _refs.Length; i++)
            _refs[i] = left._refs[i] == right._refs[i] ? left._refs[i] : null;
        var common = left._regions.Zip(right._regions).TakeWhile(pair => pair.First == pair.Second).Count();
        _regions.Clear();
        _regions.AddRange(left._regions.Take(common));
        ForgetSpans();
        Alias = left.Alias == right.Alias ? left.Alias : -1;
        _lastReference = System.Math.Max(left._lastReference, right._lastReference);
    }

    /// <summary>What a function knows that is given some owners by reference, a view or -1, and what else is passed.</summary>
    public ProgramMemory Only(int[] owners, int view, Passing passing)
    {
        var inside = new ProgramMemory(owners.Length) { Alias = -1, _lastReference = _lastReference, _mustNotSleep = !MaySleep };
        inside._regions.AddRange(_regions.Select(region =>
        {
            var given = region.Kind switch
            {
                RegionKind.Section => -1,
                RegionKind.Spot => passing.Ref,
                _ => passing.Handle,
            };
            return new OpenedRegion(region.Kind, given >= 0 && given == region.At ? 0 : -1, IsCallers: true);
        }));
        for (var i = 0; i < owners.Length; i++)
            (inside._kinds[i], inside._references[i]) = (_kinds[owners[i]], _references[owners[i]]);
        if (view >= 0 && _views[view] is { } given)
            inside._views[0] = given with { Owner = System.Array.IndexOf(owners, given.Owner) };
        if (passing.Span >= 0 && _spans[passing.Span] is { } span)
            inside._spans[0] = span with { View = null, IsStack = false };
        if (passing.Ref >= 0 && _refs[passing.Ref] is { } pointer)
            inside._refs[0] = pointer with { View = null, IsStack = false };
        inside._handles[0] = passing.Handle >= 0 && _handles[passing.Handle];
        return inside;
    }

    /// <summary>Learns what a function did to the owners that it was given.</summary>
    public void Return(int[] owners, ProgramMemory inside)
    {
        for (var i = 0; i < owners.Length; i++)
        {
            var owner = owners[i];
            if (inside._kinds[i] == _kinds[owner] && inside._references[i] == _references[owner])
                continue;
            if (inside._kinds[i] is null)
                Release(owner);
            Drop(owner);
            (_kinds[owner], _references[owner]) = (inside._kinds[i], inside._references[i]);
        }

        _lastReference = System.Math.Max(_lastReference, inside._lastReference);
    }

    /// <summary>Forgets the spans over what no view is any more.</summary>
    private void ForgetSpans()
    {
        for (var i = 0; i < _spans.Length; i++)
        {
            if (_spans[i] is { View: { } view } && !_views.Contains(view))
                _spans[i] = null;
        }

        for (var i = 0; i < _refs.Length; i++)
        {
            if (_refs[i] is { View: { } view } && !_views.Contains(view))
                _refs[i] = null;
        }
    }

    /// <summary>Forgets an owner and its views.</summary>
    public void Drop(int owner)
    {
        _kinds[owner] = null;
        for (var i = 0; i < _views.Length; i++)
        {
            if (_views[i]?.Owner == owner)
                _views[i] = null;
        }

        ForgetSpans();
    }
}
