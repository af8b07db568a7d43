using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>What tracepoints give to programs, at the offsets of their formats.</summary>
internal static class Events
{
    private static ulong total;
    private static Name name;
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [InlineArray(16)]
    internal struct Name
    {
        private byte _first;
    }

    [KernelStruct("waking_event", IsContext = true)]
    internal sealed class WakingEvent
    {
        [KernelField(Offset = 4)]
        public int CommonPid { get; init; }

        [KernelField(Offset = 8)]
        public Name Comm { get; init; }

        [KernelField(Offset = 24)]
        public int Pid { get; set; }

        [KernelField(Offset = 28)]
        public uint Prio { get; init; }
    }

    [KernelStruct("far_event", IsContext = true)]
    internal sealed class FarEvent
    {
        [KernelField(Offset = 30)]
        public uint Askew { get; init; }

        [KernelField(Offset = 8184)]
        public ulong Last { get; init; }

        [KernelField(Offset = 8192)]
        public ulong Behind { get; init; }
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int fields_of_an_event_read(WakingEvent ctx)
    {
        total = ctx.Prio + (uint)ctx.Pid;
        return 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int array_of_an_event_read(WakingEvent ctx)
    {
        name = ctx.Comm;
        return 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int head_of_an_event_read(WakingEvent ctx)
    {
        total = (uint)/*!DYN023*/ctx.CommonPid/*!*/;
        return 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int field_of_an_event_written(WakingEvent ctx)
    {
        /*!DYN023*/ctx.Pid = 1/*!*/;
        return 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int last_bytes_of_an_event_read(FarEvent ctx)
    {
        total = ctx.Last;
        return 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int bytes_behind_an_event_read(FarEvent ctx)
    {
        total = /*!DYN023*/ctx.Behind/*!*/;
        return 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int misaligned_field_of_an_event_read(FarEvent ctx)
    {
        total = /*!DYN023*/ctx.Askew/*!*/;
        return 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int field_that_is_tested_is_an_index(WakingEvent ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var index = ctx.Prio;
        return index < 64 ? value.Value[(int)index] : 0;
    }

    [BpfProgram("tp/sched/sched_waking")]
    public static int field_that_is_not_tested_is_an_index(WakingEvent ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var index = ctx.Prio;
        return index < 65 ? /*!DYN007*/value.Value[(int)index]/*!*/ : 0;
    }
}
