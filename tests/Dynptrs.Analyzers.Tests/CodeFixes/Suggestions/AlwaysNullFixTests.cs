using System.Threading.Tasks;
using Dynptrs.CodeFixes.Suggestions;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Suggestions;

public sealed class AlwaysNullFixTests
{
    [Fact]
    public Task Takes_the_slice_with_a_buffer() => FixTest<AlwaysNullFix>.VerifyMembers(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice<EthHdr> eth = {|DYN106:ptr.Data<EthHdr>()|}; // the header
            if (!eth)
                return 0;
            Slice rest = {|DYN106:ptr.Data(14, 20)|};
            return rest ? rest[0] : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<EthHdr> eth = ptr.GetSlice<EthHdr>(0, stackalloc byte[EthHdr.SizeInBytes]); // the header
            if (!eth)
                return 0;
            ReadOnlySlice rest = ptr.GetSlice(14, stackalloc byte[20], 20);
            return rest ? rest[0] : 0;
        }
        """,
        "Read",
        iterations: 2);

    [Fact]
    public Task Takes_it_for_writing_where_it_is_written() => FixTest<AlwaysNullFix>.VerifyMembers(
        """
        public static void Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice<EthHdr> eth = {|DYN106:ptr.Data<EthHdr>(0)|};
            if (eth)
                eth.Value.Protocol = EtherType.Arp;
        }
        """,
        """
        public static void Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice<EthHdr> eth = ptr.GetWritableSlice<EthHdr>(0, stackalloc byte[EthHdr.SizeInBytes]);
            if (eth)
                eth.Value.Protocol = EtherType.Arp;
        }
        """,
        title: "Take a slice for writing with `GetWritableSlice`");
}
