using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>
/// DYN007 and DYN008: accesses outside of memory, and those that cannot be bounded. Each rejected line stands beside an accepted one.
/// </summary>
public class BoundsTests
{
    private const string Data = "Slice data = local.Data(0, 8); if (!data) return 0;";

    [Theory]
    [InlineData("{|DYN007:data[8]|} = 1;")]
    [InlineData("data[7] = 1;")]
    [InlineData("{|DYN007:data[-1]|} = 1;")]
    [InlineData("{|DYN007:data.Span[8]|} = 1;")]
    [InlineData("data.Span[7] = 1;")]
    [InlineData("{|DYN007:data.Span.Slice(4)[4]|} = 1;")]
    [InlineData("data.Span.Slice(4)[3] = 1;")]
    [InlineData("int n = {|DYN007:data.Span[4..8][4]|};")]
    [InlineData("int n = data.Span[4..8][3] + data.Span[^1];")]
    [InlineData("{|DYN007:data.Span.Slice(4, 5)|}.Clear();")]
    [InlineData("data.Span.Slice(4, 4).Clear();")]
    public Task Constant_offsets(string statement) => PacketProgram.Verify(Data + statement);

    [Theory]
    [InlineData("if (any < 8) data[any] = 1;")]
    [InlineData("if (any <= 8) {|DYN007:data[any]|} = 1;")]
    [InlineData("{|DYN008:data[any]|} = 1;")]
    [InlineData("data[any & 7] = 1;")]
    [InlineData("{|DYN007:data[any & 8]|} = 1;")]
    [InlineData("data[any % 8] = 1;")]
    [InlineData("data[any >> 29] = 1;")]
    [InlineData("{|DYN007:data[any >> 28]|} = 1;")]
    [InlineData("int i = (int)any; if (i < 8) {|DYN007:data[i]|} = 1;")]
    [InlineData("int i = (int)any; if (i >= 0 && i < 8) data[i] = 1;")]
    [InlineData("byte i = (byte)any; {|DYN007:data[i]|} = 1;")]
    [InlineData("byte i = (byte)any; data[i / 32] = 1;")]
    [InlineData("for (int i = 0; i < 8; i++) data[i] = 1;")]
    [InlineData("for (int i = 0; i <= 8; i++) {|DYN007:data[i]|} = 1;")]
    [InlineData("for (int i = 7; i >= 0; i--) data[i] = 1;")]
    [InlineData("for (int i = 0; i < data.Length; i++) data[i] = 1;")]
    [InlineData("for (int i = 0; i <= data.Length; i++) {|DYN007:data[i]|} = 1;")]
    [InlineData("foreach (ref byte b in data.Span) b = 1;")]
    [InlineData("int i = 0; while (i != 8) data[i++] = 1;")]
    [InlineData("int i = any > 5 ? 3 : 9; {|DYN007:data[i]|} = 1;")]
    [InlineData("int i = any > 5 ? 3 : 7; data[i] = 1;")]
    public Task Variable_offsets(string statement) => PacketProgram.Verify(Data + statement);

    [Theory]
    [InlineData("Slice<Header> header = local.Data<Header>(); if (header) header.Value.Source = 1;")]
    [InlineData("ref Header header = ref Unsafe.As<byte, Header>(ref data[0]); header.Source = 1;")]
    [InlineData("ref Header header = ref Unsafe.As<byte, Header>(ref data[4]); header.Flags = 1; {|DYN007:header.Source|} = 1;")]
    [InlineData("MemoryMarshal.Cast<byte, uint>(data.Span)[1] = 1;")]
    [InlineData("{|DYN007:MemoryMarshal.Cast<byte, uint>(data.Span)[2]|} = 1;")]
    public Task Typed_accesses(string statement) => PacketProgram.Verify(Data + statement);

    [Theory]
    [InlineData("Span<byte> buffer = stackalloc byte[4]; buffer[3] = 1;")]
    [InlineData("Span<byte> buffer = stackalloc byte[4]; {|DYN007:buffer[4]|} = 1;")]
    [InlineData("if (any <= 4) { Span<byte> buffer = stackalloc byte[4]; {|DYN007:buffer[(int)any]|} = 1; }")]
    [InlineData("if (any < 4) { Span<byte> buffer = stackalloc byte[4]; buffer[(int)any] = 1; }")]
    [InlineData("long value = 0; Span<byte> bytes = MemoryMarshal.AsBytes(new Span<long>(ref value)); bytes[7] = 1; any = (uint)value;")]
    [InlineData("long value = 0; Span<byte> bytes = MemoryMarshal.AsBytes(new Span<long>(ref value)); {|DYN007:bytes[8]|} = 1;")]
    [InlineData("long value = 0; {|DYN007:Unsafe.Add(ref value, 1)|} = 1;")]
    [InlineData("long value = 0; Unsafe.Add(ref Unsafe.As<long, byte>(ref value), 7) = 1;")]
    [InlineData("long value = 0; {|DYN007:Unsafe.Add(ref Unsafe.As<long, byte>(ref value), 8)|} = 1;")]
    [InlineData("if (any < 4) any = \"abcd\"u8[(int)any];")]
    [InlineData("if (any < 5) any = {|DYN007:\"abcd\"u8[(int)any]|};")]
    public Task Memory_of_the_function_s_own(string statement) => PacketProgram.Verify(statement);

    [Theory]
    [InlineData("Slice slice = local.Data(0, {|DYN008:any|});")]
    [InlineData("Slice slice = local.Data(any, 8);")]
    [InlineData("ulong size = any > 3 ? 4UL : 8UL; Slice slice = local.Data(0, size); if (slice) slice[3] = 1;")]
    [InlineData("ulong size = any > 3 ? 4UL : 8UL; Slice slice = local.Data(0, size); if (slice) {|DYN007:slice[4]|} = 1;")]
    [InlineData("Span<byte> buffer = stackalloc byte[8]; ptr.GetSlice(0, buffer, 8);")]
    [InlineData("Span<byte> buffer = stackalloc byte[8]; ptr.GetSlice(0, {|DYN012:buffer|}, 9);")]
    [InlineData("Span<byte> buffer = stackalloc byte[7]; ptr.GetSlice<Header>(0, {|DYN012:buffer|});")]
    [InlineData("Span<byte> buffer = stackalloc byte[8]; ptr.GetSlice<Header>(0, buffer);")]
    [InlineData("Span<byte> buffer = stackalloc byte[8]; ptr.GetSlice<Header>(0, {|DYN012:buffer.Slice((int)(any & 1))|});")]
    [InlineData("ptr.GetWritableSlice<Header>(0, {|DYN012:stackalloc byte[7]|});")]
    [InlineData("ptr.GetWritableSlice<Header>(0, stackalloc byte[8]);")]
    [InlineData("ptr.GetSlice(0, default, 9);")]
    public Task Sizes(string statement) => PacketProgram.Verify(statement);

    [Theory]
    [InlineData("if (any <= 8) local.Write(0, data.Span.Slice(0, (int)any), 0);")]
    [InlineData("if (any <= 9) local.Write(0, {|DYN012:data.Span.Slice(0, (int)any)|}, 0);")]
    [InlineData("local.Write(0, {|DYN008:data.Span.Slice(0, (int)(any & 0x7fffffff))|}, 0);")]
    [InlineData("Span<byte> small = stackalloc byte[4]; {|DYN012:data.Span.CopyTo(small)|};")]
    [InlineData("Span<byte> large = stackalloc byte[16]; data.Span.CopyTo(large);")]
    public Task Memory_and_length(string statement) => PacketProgram.Verify(Data + statement);

    [Theory]
    [InlineData(
        "ReadOnlySlice<Header> header = ptr.GetSlice<Header>(0, default); if (header) {|DYN009:Unsafe.AsRef(in header.Value).Kind|} = 1;")]
    [InlineData("Slice<Header> header = ptr.GetWritableSlice<Header>(0, default); if (header) header.Value.Kind = 1;")]
    [InlineData("ReadOnlySlice part = ptr.GetSlice(0, default, 8); if (part) local.Write(0, part.Span, 0);")]
    [InlineData("ReadOnlySlice part = ptr.GetSlice(0, default, 8); if (part) local.Write(0, {|DYN011:part.Span.Slice(1)|}, 0);")]
    public Task Read_only_and_tagged_slices(string statement) => PacketProgram.Verify(statement);

    [Theory]
    [InlineData("data[any] = 1;")]
    [InlineData("if (any <= 8) data[any] = 1;")]
    [InlineData("{|DYN007:data[8]|} = 1;")]
    [InlineData("Slice slice = local.Data(0, any); if (slice) slice[3] = 1;")]
    public Task Host_code_leaves_what_is_not_proved_to_the_run_time_check(string statement) => PacketProgram.VerifyInHost(Data + statement);

    [Fact]
    public Task A_method_that_both_call_is_held_to_what_its_caller_must_prove() => PacketProgram.Verify(
        Data + "Set(data.Span, (int)any); Host();",
        """
        private static void Set(Span<byte> bytes, int index) => {|DYN007:bytes[index]|} = 1;
        private static void Host() { Span<byte> bytes = stackalloc byte[4]; Set(bytes, (int)CurrentTask.GetPidTgid()); }
        """);
}
