using System;
using Dynptrs;
using Tour;
using Tour.Programs;

// Runs programs of the kernel's own tests, and compares what they give with what those assert. The last is none of them.
var tracepoint = new TracepointContext();
var cases = new[]
{
    new TourCase("test_read_write", () => ReadWritePrograms.TestReadWrite(tracepoint)),
    new TourCase("test_dynptr_data", () => SlicePrograms.TestDynptrData(tracepoint)) { ArrayValue = 999 },
    new TourCase("test_ringbuf", () => SlicePrograms.TestRingbuf(tracepoint)),
    new TourCase("test_skb_readonly", () => PacketPrograms.TestSkbReadonly(TestPacket.Create())) { Result = 1 },
    new TourCase("test_dynptr_skb_data", () => PacketPrograms.TestDynptrSkbData(TestPacket.Create())) { Result = 1 },
    new TourCase("test_adjust", () => AdjustPrograms.TestAdjust(tracepoint)),
    new TourCase("test_adjust_err", () => AdjustPrograms.TestAdjustErr(tracepoint)) { Records = [64] },
    new TourCase("test_zero_size_dynptr", () => ReadWritePrograms.TestZeroSizeDynptr(tracepoint)),
    new TourCase("test_dynptr_is_null", () => NullPrograms.TestDynptrIsNull(tracepoint)),
    new TourCase("test_dynptr_is_rdonly", () => PacketPrograms.TestDynptrIsRdonly(TestPacket.Create())),
    new TourCase("test_dynptr_clone", () => PacketPrograms.TestDynptrClone(TestPacket.Create())),
    new TourCase("test_dynptr_skb_no_buff", () => PacketPrograms.TestDynptrSkbNoBuff(TestPacket.Create())) { Result = 1 },
    new TourCase("test_dynptr_skb_strcmp", () => PacketPrograms.TestDynptrSkbStrcmp(TestPacket.Create())) { Result = 1 },
    new TourCase("drop_stray_urgent_pointer", () => HeaderPrograms.DropStrayUrgentPointer(TestPacket.Create(BpfProgramType.SchedCls))) { Result = TcAction.TC_ACT_SHOT },
};

var failed = 0;
foreach (TourCase test in cases)
{
    if (!test.Run(Console.Out))
        failed++;
}

Console.WriteLine($"{cases.Length - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
