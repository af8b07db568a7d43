using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Memory;

/// <summary>Checks that what is reached of a packet was proved by a comparison. In process, that is checked when it runs.</summary>
internal sealed class PacketChecks(Reporter reporter)
{
    /// <summary>The part of a pointer that is moved.</summary>
    /// <remarks>
    /// Follows <c>adjust_ptr_min_max_vals</c>: what varies gives another <c>id</c>, and what was proved holds where it only goes back.
    /// </remarks>
    public static PointerValue Anchor(State state, PointerValue pointer, PacketPart part, in Scalar offset) => offset.IsConstant
        ? pointer
        : pointer.With(part.Moved(state.NewId(), LeastAdded(part, offset)), ProvedAt(pointer, offset));

    /// <summary>Checks that a pointer may be moved, be it only to come back.</summary>
    /// <remarks>Follows <c>check_reg_sane_offset</c>, and <c>adjust_ptr_min_max_vals</c>, which moves no <c>PTR_TO_PACKET_END</c>.</remarks>
    public bool CheckMove(State state, PointerValue pointer, PacketPart part, in Scalar offset, string name, Site site)
    {
        if (offset == Scalar.Zero || pointer.Ending is not null)
            return true;
        if (part.Edge == PacketEdge.End)
        {
            reporter.Report(state, new PacketEndUsed(site, name, IsMoved: true), About.Pointer(pointer));
            // What was to be compared with it is no other mistake.
            PacketProofs.ProveAll(state, pointer);
            return false;
        }

        if (offset.SignedMin is > -MemoryChecks.MaxOffset and < MemoryChecks.MaxOffset)
            return true;
        var gap = offset.SignedMin < 0 ? PacketGap.LowerBound : PacketGap.UpperBound;
        Refuse(state, pointer, part, offset, Scalar.Constant(1), isWrite: false, gap, name, site);
        return false;
    }

    /// <summary>Checks that bytes were proved.</summary>
    /// <remarks>Follows <c>check_packet_access</c>.</remarks>
    public bool Check(State state, PointerValue pointer, PacketPart part, in Scalar offset, in Scalar size, bool isWrite, string name, Site site)
    {
        if (part.Edge == PacketEdge.End)
        {
            reporter.Report(state, new PacketEndUsed(site, name, IsMoved: false), About.Pointer(pointer));
            return false;
        }

        var at = ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64);
        var isBefore = at.SignedMin < 0 || size.SignedMin < 0 || LeastAdded(part, offset) < 0;
        if (!isBefore && at.SignedMax <= ProvedAt(pointer, offset) - size.SignedMax)
            return true;
        var gap = isBefore ? PacketGap.LowerBound
            : at.SignedMax > PacketPart.MaxOffset - size.SignedMax ? PacketGap.UpperBound
            : offset.IsConstant ? PacketGap.Comparison
            : PacketGap.Pointer;
        Refuse(state, pointer, part, offset, size, isWrite, gap, name, site);
        return false;
    }

    private static long LeastAdded(PacketPart part, in Scalar offset) =>
        offset.IsConstant ? part.LeastAdded : ScalarArithmetic.Add(Scalar.Constant(part.LeastAdded), offset).SignedMin;

    private static long ProvedAt(PointerValue pointer, in Scalar offset) => offset.IsConstant || offset.SignedMax <= 0 ? pointer.Size : 0;

    private void Refuse(
        State state,
        PointerValue pointer,
        PacketPart part,
        in Scalar offset,
        in Scalar size,
        bool isWrite,
        PacketGap gap,
        string name,
        Site site)
    {
        var at = ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64);
        var access = new MemoryAccess(at.SignedMin, at.SignedMax, size.SignedMax, pointer.Size, isWrite, IsCertain: false);
        var finding = new UnprovedPacket(site, name, access, gap)
        {
            Needed = offset.IsConstant ? offset.SignedMax + size.SignedMax : size.SignedMax,
            Bound = PacketProofs.NameBound(state, pointer),
            IsMetadata = part.Edge == PacketEdge.Metadata,
        };
        reporter.Report(state, finding, About.Pointer(pointer));
        // What follows from the missing comparison is no other mistake.
        PacketProofs.Prove(state, part.Anchor, PacketPart.MaxOffset);
    }
}
