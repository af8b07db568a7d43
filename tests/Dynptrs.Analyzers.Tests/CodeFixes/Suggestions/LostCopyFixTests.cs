using System.Threading.Tasks;
using Dynptrs.CodeFixes.Suggestions;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Suggestions;

public sealed class LostCopyFixTests
{
    [Fact]
    public Task Writes_back_behind_the_last_use() => FixTest<LostCopyFix>.VerifyMembers(
        """
        public static int First(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice<EthHdr> eth = ptr.GetWritableSlice<EthHdr>(0, stackalloc byte[EthHdr.SizeInBytes]);
            if (!eth)
                return 0;
            {|DYN104:eth.Value.Protocol|} = EtherType.Arp;

            // All done.
            return 1;
        }

        public static int Second(SkBuff skb, ulong at)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice head = ptr.GetWritableSlice(at, stackalloc byte[4], 4);
            if (head)
                {|DYN104:head[0]|} = 1;
            return 1;
        }
        """,
        """
        public static int First(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice<EthHdr> eth = ptr.GetWritableSlice<EthHdr>(0, stackalloc byte[EthHdr.SizeInBytes]);
            if (!eth)
                return 0;
            eth.Value.Protocol = EtherType.Arp;
            if (ptr.Write(0, eth.Value) != 0)
                return 0;

            // All done.
            return 1;
        }

        public static int Second(SkBuff skb, ulong at)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice head = ptr.GetWritableSlice(at, stackalloc byte[4], 4);
            if (head)
            {
                head[0] = 1;
                if (ptr.Write(at, head.Span) != 0)
                    return 0;
            }

            return 1;
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_where_the_slice_is_needed_behind_it() => FixTest<LostCopyFix>.VerifyMembersNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice head = ptr.GetWritableSlice(0, stackalloc byte[4], 4);
            if (!head)
                return 0;
            {|DYN104:head[0]|} = 1;
            return head[1];
        }
        """);
}
