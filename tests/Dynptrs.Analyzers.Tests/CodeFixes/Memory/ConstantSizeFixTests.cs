using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.CodeFixes.Walk;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class ConstantSizeFixTests
{
    [Fact]
    public Task Takes_as_many_bytes_as_the_buffer_has() => FixTest<ConstantSizeFix>.VerifyMembers(
        """
        private const int Room = 14;

        [BpfProgram("tc")]
        public static int First(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[Room];
            skb.ToDynptr(out Dynptr packet);
            ReadOnlySlice head = packet.GetSlice(0, buffer, {|DYN008:packet.Size|} /* all */);
            return head ? head[0] : 0;
        }

        [BpfProgram("tc")]
        public static int Second(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[8];
            skb.ToDynptr(out Dynptr packet);
            ulong size = packet.Size;
            ReadOnlySlice head = packet.GetSlice(0, buffer, {|DYN008:size|});
            return head ? head[0] : 0;
        }
        """,
        """
        private const int Room = 14;

        [BpfProgram("tc")]
        public static int First(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[Room];
            skb.ToDynptr(out Dynptr packet);
            ReadOnlySlice head = packet.GetSlice(0, buffer, 14 /* all */);
            return head ? head[0] : 0;
        }

        [BpfProgram("tc")]
        public static int Second(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[8];
            skb.ToDynptr(out Dynptr packet);
            ulong size = packet.Size;
            ReadOnlySlice head = packet.GetSlice(0, buffer, 8);
            return head ? head[0] : 0;
        }
        """,
        iterations: 2);

    [Fact]
    public Task Takes_as_many_bytes_as_the_code_reaches_in_all_places_at_once() => FixTest<ConstantSizeFix>.VerifyMembers(
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            ulong size = ptr.Size;
            Slice data = ptr.Data(0, {|DYN008:size|}); // all of it
            if (data)
                data[3] = data[0];
            var other = ptr.Data(8, {|DYN008:size - 8|});
            if (!other.IsNull)
                System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(other.Span, 1);
            ptr.Submit();
            return 0;
        }
        """,
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            ulong size = ptr.Size;
            Slice data = ptr.Data(0, 4); // all of it
            if (data)
                data[3] = data[0];
            var other = ptr.Data(8, 8);
            if (!other.IsNull)
                System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(other.Span, 1);
            ptr.Submit();
            return 0;
        }
        """,
        "Reached",
        iterations: 2);

    [Fact]
    public Task Takes_a_slice_of_the_type_as_which_it_is_read_in_all_places_at_once() => FixTest<ConstantSizeFix>.VerifyMembers(
        """
        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[64];
            skb.ToDynptr(out Dynptr packet);
            ulong size = packet.Size;
            ReadOnlySlice head = packet.GetSlice(0, buffer, {|DYN008:size|});
            if (!head)
                return 0;
            return System.Runtime.InteropServices.MemoryMarshal.Read<UdpHdr>(head.Span).Length;
        }

        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Write(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            var data = ptr.Data(8, {|DYN008:ptr.Size|});
            if (data)
                System.Runtime.InteropServices.MemoryMarshal.AsRef<int>(data.Span) = 1;
            ptr.Submit();
            return 0;
        }
        """,
        """
        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[64];
            skb.ToDynptr(out Dynptr packet);
            ulong size = packet.Size;
            ReadOnlySlice<UdpHdr> head = packet.GetSlice<UdpHdr>(0, buffer);
            if (!head)
                return 0;
            return head.Value.Length;
        }

        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Write(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            var data = ptr.Data<int>(8);
            if (data)
                data.Value = 1;
            ptr.Submit();
            return 0;
        }
        """,
        "Typed",
        iterations: 2);

    [Theory]
    [InlineData("data[i] = 1;")]
    [InlineData("data[0] = (byte)data.Length;")]
    [InlineData("data.Span.Clear();")]
    public Task Offers_nothing_where_nothing_says_how_many(string use) => FixTest<ConstantSizeFix>.VerifyMembersNotOffered(
        $$"""
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            ulong size = ptr.Size;
            uint i = KernelRandom.NextUInt32() & 7;
            Slice data = ptr.Data(0, {|DYN008:size|});
            if (data)
                {{use}}
            ptr.Submit();
            return (int)i;
        }
        """);

    [Fact]
    public async Task A_variable_with_one_value_is_a_constant() => Assert.Empty(await Offers.FindAsync(
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int Run(TracepointContext ctx)
            {
                Events.Reserve(64, out Dynptr ptr);
                ulong size = 8;
                if (ptr.Size > 32)
                    size *= 2;
                Slice data = ptr.Data(0, size);
                if (data)
                    data[7] = 1;
                ptr.Submit();
                return 0;
            }
        }
        """));
}
