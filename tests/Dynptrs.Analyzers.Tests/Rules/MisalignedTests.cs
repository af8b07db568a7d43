using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What must be aligned: each verdict is the kernel's of the same program.</summary>
public sealed class MisalignedTests
{
    private const string Buffer = "Span<byte> buffer = stackalloc byte[32]; buffer.Clear(); ";

    private const string Members = """
        private static void Put(Span<byte> memory) => {|DYN016:Unsafe.As<byte, uint>(ref memory[0])|} = 7;

        private static void PutBytes(Span<byte> memory) => Unsafe.WriteUnaligned(ref memory[0], 7u);
        """;

    private const string PackedOnly = """
        [StructLayout(LayoutKind.Sequential, Pack = 1)]
        private struct Packed
        {
            public byte Kind;
            public ulong Time;
        }
        """;

    [Theory]
    [InlineData("Unsafe.As<byte, ulong>(ref buffer[8]) = 1;")]
    [InlineData("{|DYN016:Unsafe.As<byte, ulong>(ref buffer[4])|} = 1;")]
    [InlineData("Unsafe.As<byte, uint>(ref buffer[4]) = 1;")]
    [InlineData("{|DYN016:Unsafe.As<byte, uint>(ref buffer[2])|} = 1;")]
    [InlineData("any = {|DYN016:Unsafe.As<byte, uint>(ref buffer[2])|};")]
    [InlineData("Unsafe.As<byte, ushort>(ref buffer[2]) = 1;")]
    [InlineData("{|DYN016:Unsafe.As<byte, ushort>(ref buffer[3])|} = 1;")]
    [InlineData("{|DYN016:MemoryMarshal.Cast<byte, ulong>(buffer[1..])[0]|} = 1;")]
    [InlineData("Unsafe.WriteUnaligned(ref buffer[1], 1ul);")]
    [InlineData("any = Unsafe.ReadUnaligned<uint>(ref buffer[1]);")]
    [InlineData("any = MemoryMarshal.Read<uint>(buffer[1..]);")]
    [InlineData("var header = MemoryMarshal.Read<Header>(buffer[1..]); any = header.Source;")]
    [InlineData("{|DYN016:Unsafe.As<byte, Header>(ref buffer[14]).Source|} = 1;")]
    [InlineData("Unsafe.As<byte, Header>(ref buffer[14]).Kind = 1;")]
    [InlineData("Unsafe.As<byte, Header>(ref buffer[16]).Source = 1;")]
    [InlineData("Unsafe.As<byte, Packed>(ref buffer[14]).Time = 1;")]
    public Task What_lies_on_the_stack_is_aligned(string statement) => PacketProgram.Verify(Buffer + statement, PackedOnly);

    [Theory]
    [InlineData("Unsafe.As<byte, uint>(ref buffer[(int)(any & 12)]) = 1;")]
    [InlineData("{|DYN016:Unsafe.As<byte, uint>(ref buffer[(int)(any & 14)])|} = 1;")]
    [InlineData("for (int i = 0; i < 32; i += 8) Unsafe.As<byte, ulong>(ref buffer[i]) = 1;")]
    [InlineData("for (int i = 0; i < 24; i += 4) {|DYN016:Unsafe.As<byte, ulong>(ref buffer[i])|} = 1;")]
    public Task An_offset_that_varies_is_a_multiple_whatever_it_is(string statement) => PacketProgram.Verify(Buffer + statement);

    [Fact]
    public Task What_a_caller_gives_counts() => PacketProgram.Verify(Buffer + "Put(buffer[3..]); PutBytes(buffer[3..]);", Members);

    [Theory]
    [InlineData("Unsafe.As<byte, ulong>(ref block.Value[3]) = 1;")]
    [InlineData("System.Threading.Interlocked.Add(ref Unsafe.As<byte, ulong>(ref block.Value[8]), 1);")]
    [InlineData("{|DYN016:System.Threading.Interlocked.Add(ref Unsafe.As<byte, ulong>(ref block.Value[4]), 1)|};")]
    [InlineData("{|DYN016:System.Threading.Interlocked.Increment(ref Unsafe.As<byte, uint>(ref block.Value[(int)(any & 31)]))|};")]
    [InlineData("{|DYN032:System.Threading.Interlocked.Exchange(ref block.Value[3], (byte)1)|};")]
    public Task In_other_memory_only_atomic_operations_are_aligned(string statement) => PacketProgram.Verify(
        $$"""
        MapValue<Block> block = s_blocks.Lookup(0);
        if (!block)
            return 0;
        {{statement}}
        """,
        """
        private static readonly ArrayMap<Block> s_blocks = new(maxEntries: 4);

        [InlineArray(64)]
        private struct Block
        {
            private byte _first;
        }
        """);

    [Fact]
    public Task Host_code_reads_and_writes_anywhere() => PacketProgram.VerifyInHost(Buffer + "Unsafe.As<byte, ulong>(ref buffer[1]) = 1;");
}
