using static Dynptrs.Kernel.Tests.Programs.Bpf;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>A prefix of an address.</summary>
internal struct Prefix
{
    public uint Length;
    public uint Address;
}

/// <summary>What a program asks of a map: which of the maps, what of it, with which key, value and flags.</summary>
internal struct MapRequest
{
    public int Map;
    public int Operation;
    public Prefix Key;
    public long Value;
    public ulong Flags;
}

/// <summary>A program that does with maps what the host says, so that both worlds may be asked the same.</summary>
[BpfObject(License = "GPL")]
internal static partial class Store
{
    public const int Push = 0;
    public const int Pop = 1;
    public const int Peek = 2;
    public const int Lookup = 3;
    public const int Update = 4;
    public const int Delete = 5;
    public const int LookupFirstCpu = 6;
    public const int LookupNoCpu = 7;

    public static readonly QueueMap<long> Queue = new(maxEntries: 3);
    public static readonly StackMap<long> Stack = new(maxEntries: 3);
    public static readonly BloomFilterMap<long> Filter = new(maxEntries: 100);
    public static readonly LpmTrieMap<Prefix, long> Routes = new(maxEntries: 4);
    public static readonly PerCpuHashMap<Prefix, long> Counts = new(maxEntries: 3, MapFlags.BPF_F_NO_PREALLOC);
    public static readonly LruPerCpuHashMap<Prefix, long> Recent = new(maxEntries: 1000);
    public static readonly HashMap<Prefix, long> Table = new(maxEntries: 3, MapFlags.BPF_F_NO_PREALLOC);

    public static MapRequest Request;
    public static long Found;
    public static int Error;

    [BpfProgram("tc")]
    public static int Ask(SkBuff skb)
    {
        var key = Request.Key;
        var value = Request.Value;
        Found = -1;
        Error = 0;
        switch (Request.Map)
        {
            case 0:
                AskQueue(value);
                break;
            case 1:
                AskStack(value);
                break;
            case 2:
                Error = Request.Operation == Push ? Filter.Push(in value, Request.Flags) : Filter.Peek(in value);
                break;
            case 3:
                AskRoutes(in key, in value);
                break;
            case 4:
                AskCounts(in key, in value);
                break;
            case 5:
                AskRecent(in key, in value);
                break;
            case 6:
                AskTable(in key, in value);
                break;
        }

        return 0;
    }

    private static void AskQueue(long value)
    {
        if (Request.Operation == Push)
            Error = Queue.Push(in value, Request.Flags);
        else if (Request.Operation == Pop)
            Error = bpf_map_pop_elem(Queue, out Found);
        else
            Error = Queue.Peek(out Found);
    }

    private static void AskStack(long value)
    {
        if (Request.Operation == Push)
            Error = bpf_map_push_elem(Stack, in value, Request.Flags);
        else if (Request.Operation == Pop)
            Error = Stack.Pop(out Found);
        else
            Error = bpf_map_peek_elem(Stack, out Found);
    }

    private static void AskRoutes(in Prefix key, in long value)
    {
        if (Request.Operation == Update)
            Error = Routes.Update(in key, in value, Request.Flags);
        else if (Request.Operation == Delete)
            Error = Routes.Delete(in key);
        else
            Tell(Routes.Lookup(in key));
    }

    private static void AskCounts(in Prefix key, in long value)
    {
        if (Request.Operation == Update)
            Error = Counts.Update(in key, in value, Request.Flags);
        else if (Request.Operation == Delete)
            Error = Counts.Delete(in key);
        else if (Request.Operation == Lookup)
            Tell(Counts.Lookup(in key));
        else if (Request.Operation == LookupFirstCpu)
            Tell(bpf_map_lookup_percpu_elem(Counts, in key, 0));
        else
            Tell(Counts.LookupPerCpu(in key, 100_000));
    }

    private static void AskRecent(in Prefix key, in long value)
    {
        if (Request.Operation == Update)
            Error = Recent.Update(in key, in value, Request.Flags);
        else if (Request.Operation == Delete)
            Error = Recent.Delete(in key);
        else
            Tell(Recent.Lookup(in key));
    }

    private static void AskTable(in Prefix key, in long value)
    {
        if (Request.Operation == Update)
            Error = Table.Update(in key, in value, Request.Flags);
        else if (Request.Operation == Delete)
            Error = Table.Delete(in key);
        else
            Tell(Table.Lookup(in key));
    }

    private static void Tell(MapValue<long> found)
    {
        if (found)
            Found = found.Value;
    }
}
