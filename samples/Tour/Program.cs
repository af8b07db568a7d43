using System;
using Dynptrs;
using Tour;
using Tour.Programs;

// Runs programs of the kernel's own tests, and compares what they give with what those assert. The last is none of them.
var tracepoint = new TracepointContext();
var cases = new[]
{
    new TourCase("test_read_write", () => ReadWritePrograms.Skeleton.Programs.TestReadWrite.Run(tracepoint)),
    new TourCase("test_dynptr_data", () => SlicePrograms.Skeleton.Programs.TestDynptrData.Run(tracepoint)) { ArrayValue = 999 },
    new TourCase("test_ringbuf", () => SlicePrograms.Skeleton.Programs.TestRingbuf.Run(tracepoint)),
    new TourCase("test_skb_readonly", () => PacketPrograms.Skeleton.Programs.TestSkbReadonly.Run(TestPacket.Create())) { Result = 1 },
    new TourCase("test_dynptr_skb_data", () => PacketPrograms.Skeleton.Programs.TestDynptrSkbData.Run(TestPacket.Create())) { Result = 1 },
    new TourCase("test_adjust", () => AdjustPrograms.Skeleton.Programs.TestAdjust.Run(tracepoint)),
    new TourCase("test_adjust_err", () => AdjustPrograms.Skeleton.Programs.TestAdjustErr.Run(tracepoint)) { Records = [64] },
    new TourCase("test_zero_size_dynptr", () => ReadWritePrograms.Skeleton.Programs.TestZeroSizeDynptr.Run(tracepoint)),
    new TourCase("test_dynptr_is_null", () => NullPrograms.Skeleton.Programs.TestDynptrIsNull.Run(tracepoint)),
    new TourCase("test_dynptr_is_rdonly", () => PacketPrograms.Skeleton.Programs.TestDynptrIsRdonly.Run(TestPacket.Create())),
    new TourCase("test_dynptr_clone", () => PacketPrograms.Skeleton.Programs.TestDynptrClone.Run(TestPacket.Create())),
    new TourCase("test_dynptr_skb_no_buff", () => PacketPrograms.Skeleton.Programs.TestDynptrSkbNoBuff.Run(TestPacket.Create()))
    {
        Result = 1,
    },
    new TourCase("test_dynptr_skb_strcmp", () => PacketPrograms.Skeleton.Programs.TestDynptrSkbStrcmp.Run(TestPacket.Create()))
    {
        Result = 1,
    },
    new TourCase(
        "drop_stray_urgent_pointer",
        () => HeaderPrograms.Skeleton.Programs.DropStrayUrgentPointer.Run(TestPacket.Create(BpfProgramType.SchedCls)))
    {
        Result = TcAction.TC_ACT_SHOT,
    },
};

var failed = 0;
foreach (var test in cases)
{
    if (!test.Run(Console.Out))
        failed++;
}

Console.WriteLine($"{cases.Length - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
