using System.Threading.Tasks;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class SliceAccessFixTests
{
    [Fact]
    public Task Takes_slices_for_reading_where_the_program_may_only_read() => FixTest<SliceAccessFix>.VerifyMembers(
        """
        [BpfProgram("cgroup_skb/egress")]
        public static int Bytes(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            skb.ToDynptr(out Dynptr packet);
            Slice head = {|DYN009:packet.GetWritableSlice(0, buffer, 14)|}; // Ethernet
            return head ? head[0] & 1 : 0;
        }

        [BpfProgram("cgroup_skb/egress")]
        public static int Header(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr packet);
            Slice<EthHdr> head = {|DYN009:packet.GetWritableSlice<EthHdr>(0)|};
            return head ? 1 : 0;
        }
        """,
        """
        [BpfProgram("cgroup_skb/egress")]
        public static int Bytes(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            skb.ToDynptr(out Dynptr packet);
            ReadOnlySlice head = packet.GetSlice(0, buffer, 14); // Ethernet
            return head ? head[0] & 1 : 0;
        }

        [BpfProgram("cgroup_skb/egress")]
        public static int Header(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr packet);
            ReadOnlySlice<EthHdr> head = packet.GetSlice<EthHdr>(0);
            return head ? 1 : 0;
        }
        """,
        iterations: 2,
        title: "Take a slice for reading with `GetSlice`");

    [Fact]
    public Task Takes_a_slice_for_writing_where_it_is_written() => FixTest<SliceAccessFix>.VerifyMembers(
        """
        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            skb.ToDynptr(out Dynptr packet);
            var head = packet.GetSlice(0, buffer, 14);
            if (head)
                {|DYN009:System.Runtime.CompilerServices.Unsafe.AsRef(in head.Span[0])|} = 1;
            return 0;
        }
        """,
        """
        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            skb.ToDynptr(out Dynptr packet);
            var head = packet.GetWritableSlice(0, buffer, 14);
            if (head)
                System.Runtime.CompilerServices.Unsafe.AsRef(in head.Span[0]) = 1;
            return 0;
        }
        """,
        title: "Take a slice for writing with `GetWritableSlice`");

    [Fact]
    public Task Does_not_write_where_the_program_may_only_read() => FixTest<SliceAccessFix>.VerifyMembersNotOffered(
        """
        [BpfProgram("cgroup_skb/egress")]
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            skb.ToDynptr(out Dynptr packet);
            var head = packet.GetSlice(0, buffer, 14);
            if (head)
                {|DYN009:System.Runtime.CompilerServices.Unsafe.AsRef(in head.Span[0])|} = 1;
            return 0;
        }
        """);

    [Fact]
    public Task Does_not_read_where_the_program_goes_on_to_write() => FixTest<SliceAccessFix>.VerifyMembersNotOffered(
        """
        [BpfProgram("cgroup_skb/egress")]
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            skb.ToDynptr(out Dynptr packet);
            var head = {|DYN009:packet.GetWritableSlice(0, buffer, 14)|};
            if (head)
                head[0] = 1;
            return 0;
        }
        """);
}
