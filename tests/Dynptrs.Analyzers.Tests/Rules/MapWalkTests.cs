using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>bpf_for_each_map_elem: its callback runs any number of times, with memory of the map.</summary>
public sealed class MapWalkTests
{
    private const string Maps = """
        private static readonly HashMap<uint, long> s_hash = new(16);
        private static readonly LruHashMap<uint, long> s_lru = new(16);
        private static readonly ArrayMap<long> s_array = new(4);
        private static readonly PerCpuArrayMap<long> s_perCpu = new(4);
        private static readonly RingBuf s_ring = new(4096);
        """;

    [Theory]
    [InlineData("s_hash.ForEach(static (map, in key, ref value) => 0);")]
    [InlineData("s_lru.ForEach(static (map, in key, ref value) => value > 3 ? 1 : 0);")]
    [InlineData("s_array.ForEach(static (map, in key, ref value) => { value += key; return 0; });")]
    [InlineData("s_perCpu.ForEach(static (map, in key, ref value) => {|DYN014:2|});")]
    [InlineData("s_hash.ForEach(static (map, in key, ref value) => {|DYN014:(int)value|});")]
    [InlineData("s_hash.ForEach(static (map, in key, ref value) => map.Delete(in key) & 1);")]
    [InlineData("s_hash.ForEach(static (map, in key, ref value) => { var other = map.Lookup(key + 1); return {|DYN006:other|}.Value > 0 ? 1 : 0; });")]
    [InlineData(
        "s_hash.ForEach(static (map, in key, ref value) => Dynptr.FromMemory(ref value, out Dynptr made) == 0 && made.Size == 8 ? 0 : 1);")]
    public Task A_callback_keeps_to_its_contract(string walk) => PacketProgram.Verify(walk, Maps);

    [Theory]
    [InlineData("s_hash.ForEach(static (HashMap<uint, long> map, in uint key, ref long value, ref Dynptr record) => record.Write(0, in value) & 1, ref record); record.Submit();")]
    [InlineData("s_array.ForEach(static (ArrayMap<long> map, in uint key, ref long value, ref Dynptr record) => { {|DYN002:record|}.Submit(); return 1; }, ref record);")]
    [InlineData("s_array.ForEach(static (ArrayMap<long> map, in uint key, ref long value, ref Dynptr record) => 0, ref record); {|DYN001:return 0;|}")]
    public Task The_context_is_the_callers(string statements) =>
        PacketProgram.Verify("s_ring.Reserve(8, out Dynptr record); " + statements, Maps);

    [Theory]
    [InlineData("s_perCpu.Lookup(0).Value = 1;")]
    [InlineData("{|DYN006:s_perCpu.Lookup(3)|}.Value = 1;")]
    [InlineData("{|DYN006:s_lru.Lookup(3)|}.Value = 1;")]
    [InlineData("if (s_lru.Lookup(any) is var value && value) value.Value = 1;")]
    [InlineData(
        "s_hash.Update(1, (long)KernelClock.GetNanoseconds()); s_lru.Update(KernelRandom.NextUInt32(), 2, BpfConstants.BPF_NOEXIST);")]
    [InlineData("{|DYN032:s_hash[1] = 3|};")]
    public Task Lookups_are_tested_where_they_may_fail(string statements) => PacketProgram.Verify(statements, Maps);

    [Theory]
    [InlineData("Span<byte> name = stackalloc byte[16]; CurrentTask.GetCommand(name);")]
    [InlineData("Span<byte> bytes = stackalloc byte[8]; uint cpu = CurrentCpu.GetId(); bytes[(int)(cpu & 7)] = 1;")]
    [InlineData("Slice table = local.Data(0, 8); if (table) { uint cpu = CurrentCpu.GetId(); if (cpu < 8) table[(int)cpu] = 1; }")]
    [InlineData("TraceLog.Print(\"%d of %llu\\n\"u8, any, KernelClock.GetNanoseconds());")]
    public Task The_small_helpers_are_called_by_programs(string statements) => PacketProgram.Verify(statements, Maps);
}
