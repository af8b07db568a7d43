using System;
using System.Collections.Generic;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Findings.Limits;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.OwnContracts;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.Findings.Regions;
using Dynptrs.Verifier.Findings.Suggestions;
using static Dynptrs.Verifier.Findings.FindingTraits;

namespace Dynptrs.Verifier.Findings;

/// <summary>All kinds of findings, each with what holds for it: the one place where a new one is entered.</summary>
public static class FindingTable
{
    private static readonly Dictionary<Type, FindingTraits> Traits = new()
    {
        [typeof(Leak)] = OfBranch,
        [typeof(LeakWhenThrown)] = OfBranch,
        [typeof(ReleaseTwice)] = OfBranchAround,
        [typeof(ReleaseUnacquired)] = OfOmission | OfBranch,
        [typeof(ReleaseBorrowed)] = None,
        [typeof(ReleaseWrongKind)] = None,
        [typeof(UseWrongKind)] = None,
        [typeof(ReleaseOfPart)] = None,
        [typeof(ParentReleased)] = None,
        [typeof(UseUninitialized)] = OfOmission | OfBranch,
        [typeof(UseReleased)] = OfBranchAround,
        [typeof(UseDestroyed)] = OfBranchAround,
        [typeof(OverwriteHeld)] = OfBranchAround,
        [typeof(OverwriteBorrowed)] = None,
        [typeof(OwnerCopied)] = None,
        [typeof(OwnerReinterpreted)] = None,
        [typeof(OwnerInOtherMemory)] = OnlyOfPrograms,

        [typeof(ViewOfReleased)] = OfBranchAround,
        [typeof(ViewOfOverwritten)] = OfBranchAround,
        [typeof(ViewOfChangedPacket)] = OfBranchAround,
        [typeof(StackReturned)] = None,
        [typeof(MaybeNull)] = OfBranchAround,
        [typeof(Null)] = None,
        [typeof(NullMemory)] = OfExtent | OnlyOfPrograms,
        [typeof(OutOfBounds)] = OfExtent | OnlyOfProgramsUnlessCertain,
        [typeof(UnprovedPacket)] = OfExtent | OnlyOfPrograms,
        [typeof(PacketEndUsed)] = OnlyOfPrograms,
        [typeof(PacketMemory)] = OnlyOfPrograms,
        [typeof(Unbounded)] = OfExtent | OnlyOfProgramsUnlessCertain,
        [typeof(UnknownOrigin)] = OnlyOfPrograms,
        [typeof(SizeNotConstant)] = OfExtent | OnlyOfProgramsUnlessCertain,
        [typeof(BufferTooSmall)] = OfExtent | OnlyOfProgramsUnlessCertain,
        [typeof(BelowMinimum)] = OfExtent | OnlyOfProgramsUnlessCertain,
        [typeof(WriteReadOnly)] = OfExtent,
        [typeof(MovedView)] = OnlyOfPrograms,
        [typeof(Misaligned)] = OnlyOfPrograms,
        [typeof(OpaquePart)] = OnlyOfPrograms,
        [typeof(NotMapMemory)] = OnlyOfProgramsUnlessCertain,
        [typeof(NotStackMemory)] = OnlyOfPrograms,
        [typeof(NotConstantString)] = OnlyOfPrograms,

        [typeof(PassedToUnknown)] = None,
        [typeof(MadeByUnknown)] = None,
        [typeof(HelperNotAllowed)] = OnlyOfPrograms | OfCallee,
        [typeof(MapNotAllowed)] = OnlyOfPrograms,
        [typeof(MapInSleepable)] = OnlyOfPrograms,
        [typeof(EndsInCallback)] = OnlyOfPrograms,
        [typeof(PacketWriteNotAllowed)] = OnlyOfPrograms | OfCallee,
        [typeof(NeedsSleepable)] = OnlyOfPrograms | OfCallee,
        [typeof(NeedsNewerKernel)] = OnlyOfPrograms | OfCallee,
        [typeof(NeedsGpl)] = OnlyOfPrograms | OfCallee,
        [typeof(ProgramNeedsGpl)] = OnlyOfPrograms | OfDeclaration,
        [typeof(ProgramResult)] = OnlyOfPrograms,
        [typeof(ContextFieldNotAllowed)] = OnlyOfPrograms | OfCallee,
        [typeof(Untrusted)] = OnlyOfPrograms,
        [typeof(CallbackResult)] = OfCaller,
        [typeof(NoCounterpart)] = OnlyOfPrograms | OfCallee,

        [typeof(RegionLeftOpen)] = None,
        [typeof(RegionLeftOpenWhenThrown)] = None,
        [typeof(RegionNotEntered)] = OfOmission,
        [typeof(OtherRegionLeft)] = None,
        [typeof(RegionLeftOutOfOrder)] = None,
        [typeof(LockNotConstant)] = OnlyOfPrograms,
        [typeof(RegionEnteredAgain)] = None,
        [typeof(RegionNeeded)] = OfOmission,
        [typeof(CallInRegion)] = OnlyOfPrograms,

        [typeof(Recursion)] = None,
        [typeof(TooManyFrames)] = None,
        [typeof(EndlessLoop)] = OfLoop | OfCallee | OnlyOfPrograms,
        [typeof(CounterBesideIterator)] = OfLoop | OfCallee | OnlyOfPrograms,
        [typeof(LoopTooLong)] = OfLoop | OfCallee | OnlyOfPrograms,
        [typeof(LoopBranchesTooOften)] = OfLoop | OfCallee | OnlyOfPrograms,
        [typeof(TooComplex)] = None,
        [typeof(FrameTooLarge)] = OfCallee | OnlyOfPrograms,
        [typeof(StackTooDeep)] = OnlyOfPrograms,
        [typeof(StackAboveEnd)] = OnlyOfPrograms,

        [typeof(ReleaseNotKept)] = OfBranch,
        [typeof(AcquireNotKept)] = None,
        [typeof(MakeNotKept)] = None,
        [typeof(KindNotKept)] = None,
        [typeof(NullNotKept)] = None,
        [typeof(SliceNotKept)] = None,
        [typeof(InvalidationNotKept)] = OfEntry,
        [typeof(RangeNotKept)] = None,
        [typeof(RegionNotKept)] = None,

        [typeof(ErrnoIgnored)] = Suggestion,
        [typeof(NumberOnlyFails)] = Suggestion,
        [typeof(BufferNeverUsed)] = Suggestion,
        [typeof(BufferMissing)] = Suggestion,
        [typeof(CopyNotWrittenBack)] = Suggestion,
        [typeof(WakesInLoop)] = Suggestion,
        [typeof(AlwaysNull)] = Suggestion,
        [typeof(ConstantReservation)] = Suggestion,
    };

    /// <summary>All kinds.</summary>
    public static IReadOnlyCollection<Type> Kinds => Traits.Keys;

    /// <summary>What holds for findings of a kind.</summary>
    /// <param name="kind">The kind: a record that derives from <see cref="Finding"/>.</param>
    public static FindingTraits TraitsOf(Type kind) => Traits[kind];
}
