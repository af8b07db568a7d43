using System.Collections.Immutable;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Domain;

/// <summary>What is known on one path at one point.</summary>
internal sealed class State
{
    private int _lastId;

    public State(Frame frame)
    {
        Frame = frame;
        Cells = new Cells();
        References = ImmutableArray<Reference>.Empty;
        Regions = ImmutableArray<OpenRegion>.Empty;
        PacketSums = ImmutableArray<PacketSum>.Empty;
    }

    private State(State other)
    {
        Frame = other.Frame;
        Cells = other.Cells.Fork();
        References = other.References;
        Regions = other.Regions;
        PacketSums = other.PacketSums;
        Trace = other.Trace;
        _lastId = other._lastId;
    }

    /// <summary>The innermost frame.</summary>
    public Frame Frame { get; set; }

    public Cells Cells { get; }

    /// <summary>The references that are held, in the order in which they were acquired.</summary>
    public ImmutableArray<Reference> References { get; set; }

    /// <summary>The regions that are open, in the order in which they were entered.</summary>
    public ImmutableArray<OpenRegion> Regions { get; set; }

    /// <summary>The sums of pointers into packets and of numbers.</summary>
    public ImmutableArray<PacketSum> PacketSums { get; set; }

    public TraceNode? Trace { get; private set; }

    /// <summary>No identity in this state is greater.</summary>
    public int LastId => _lastId;

    public State Fork() => new(this);

    public int NewId() => ++_lastId;

    public void Record(TraceStepKind kind, Site site, string subject, string detail, int id, int otherId = 0) =>
        Record(new TraceStep(kind, site, subject, detail), id, otherId);

    public void Record(TraceStep step, int id, int otherId = 0) => Trace = new TraceNode(Trace, step, id, otherId, Frame);

    public NumberValue NewNumber(in Scalar range, Outcome? outcome = null) =>
        range.IsConstant ? NumberValue.Constant(range.SignedMin) : new NumberValue(range, NewId(), Projection.Identity, outcome);

    /// <summary>A number that was made of another.</summary>
    /// <param name="range">The numbers that it may be.</param>
    /// <param name="source">The other.</param>
    /// <param name="projection">
    /// How it was made of the number that the other's identity names, or <see langword="null"/> where that cannot be told.
    /// </param>
    public NumberValue NewNumber(in Scalar range, NumberValue source, Projection? projection)
    {
        if (projection is null || source.Id == 0 || range.IsConstant)
            return NewNumber(range);
        // The same bits were tested before: a compiler makes the copy but once, and leaves tested bits out of a larger one.
        var known = source.Masked is { } masked ? masked.KnownOf(projection.Value, range) : range;
        return known.IsConstant ? NewNumber(known) : new NumberValue(known, source.Id, projection.Value) { Masked = source.Masked };
    }

    /// <summary>A value of a type of which nothing is known.</summary>
    public Value NewUnknown(IrType type) => type is ScalarType scalar ? NewNumber(Scalar.Of(scalar)) : UnknownValue.Instance;

    public Reference? FindReference(int id)
    {
        foreach (var reference in References)
        {
            if (reference.Id == id)
                return reference;
        }

        return null;
    }

    /// <summary>Forgets a reference, and the region that was open as long as it was held.</summary>
    public void RemoveReference(int id)
    {
        References = References.RemoveAll(reference => reference.Id == id);
        if (!Regions.IsEmpty)
            Regions = Regions.RemoveAll(region => region.Place.Reference == id);
    }
}
