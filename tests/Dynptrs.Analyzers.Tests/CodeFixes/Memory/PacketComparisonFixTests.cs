using System.Threading.Tasks;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class PacketComparisonFixTests
{
    [Fact]
    public Task Compares_with_the_end_that_was_read() => FixTest<PacketComparisonFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            [BpfProgram("xdp")]
            public static int Run(XdpBuff context)
            {
                var data = context.Data;
                var end = context.DataEnd;
                if (data + 14 > end)
                    return XdpAction.XDP_PASS;
                ref var ip = ref {|DYN007:(data + 14).As<IpHdr>()|};
                return ip.TimeToLive > 1 ? XdpAction.XDP_PASS : XdpAction.XDP_DROP;
            }
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            [BpfProgram("xdp")]
            public static int Run(XdpBuff context)
            {
                var data = context.Data;
                var end = context.DataEnd;
                if (data + 14 > end)
                    return XdpAction.XDP_PASS;
                var pointer = data + 14;
                if (pointer + 20 > end)
                    return XdpAction.XDP_PASS;
                ref var ip = ref pointer.As<IpHdr>();
                return ip.TimeToLive > 1 ? XdpAction.XDP_PASS : XdpAction.XDP_DROP;
            }
        }
        """);

    [Fact]
    public Task Compares_with_the_end_of_the_context_and_in_all_places_at_once() => FixTest<PacketComparisonFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            [BpfProgram("xdp")]
            public static int Run(XdpBuff context)
            {
                var data = context.Data;
                return {|DYN007:data[13]|} == 8 ? XdpAction.XDP_DROP : XdpAction.XDP_PASS;
            }

            [BpfProgram("tc")]
            public static int Mark(SkBuff skb)
            {
                var metadata = skb.DataMeta;
                {|DYN007:metadata.As<uint>()|} = 1;
                return 0;
            }
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            [BpfProgram("xdp")]
            public static int Run(XdpBuff context)
            {
                var data = context.Data;
                if (data + 14 > context.DataEnd)
                    return 0;
                return data[13] == 8 ? XdpAction.XDP_DROP : XdpAction.XDP_PASS;
            }

            [BpfProgram("tc")]
            public static int Mark(SkBuff skb)
            {
                var metadata = skb.DataMeta;
                if (metadata + 4 > skb.Data)
                    return 0;
                metadata.As<uint>() = 1;
                return 0;
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_where_a_comparison_proves_nothing() => FixTest<PacketComparisonFix>.VerifyNotOffered(
        """
        using Dynptrs;

        public static class Probe
        {
            [BpfProgram("xdp")]
            public static int Run(XdpBuff context)
            {
                var data = context.Data;
                var end = context.DataEnd;
                var far = data + 65536;
                if (far > end)
                    return XdpAction.XDP_PASS;
                return {|DYN007:far[0]|};
            }
        }
        """);
}
