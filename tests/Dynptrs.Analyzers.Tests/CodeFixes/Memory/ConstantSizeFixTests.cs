using System.Threading.Tasks;
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
    public Task Offers_nothing_where_no_buffer_says_how_many() => FixTest<ConstantSizeFix>.VerifyMembersNotOffered(
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            ulong size = ptr.Size;
            Slice data = ptr.Data(0, {|DYN008:size|});
            if (data)
                data[0] = 1;
            ptr.Submit();
            return 0;
        }
        """);
}
