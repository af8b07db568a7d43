using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>
/// Pointers into packets: what is told of them, and contexts that are not the runtime's. What each comparison proves say the pairs, of which
/// the kernel was asked.
/// </summary>
public sealed class PacketPointerTests
{
    private const string Pointers = "var data = skb.Data; var end = skb.DataEnd; var any = KernelRandom.NextUInt32(); ";

    [Theory]
    [InlineData("if (data + 13 > end) return 0; data[13] = 1;",
        "nothing proves that the packet has 14 bytes behind `data`: compare `data + 14` with `end` first")]
    [InlineData("data[0] = 1;", "nothing proves that the packet has 1 byte behind `data`: compare `data + 1` with `end` first")]
    [InlineData("skb.Data[0] = 1;", "nothing proves that the packet has 1 byte behind `skb.Data`: compare `skb.Data + 1` with `end` first")]
    [InlineData("if (data + 64 > end) return 0; data[any & 63] = 1;",
        "the offset into `data` varies, and only a pointer can be compared with `end`: add the offset to it in a variable, and compare that first")]
    [InlineData("var p = data + (any & 0xffff); if (p + 4 > end) return 0; p[0] = 1;",
        "`p` may point more than 65535 bytes behind the start of the packet here, and no comparison proves anything so far behind: "
            + "bound what was added to it first")]
    [InlineData("var p = data + (int)any;",
        "`data` may point before the packet here: test what it is moved by, or use an unsigned number")]
    [InlineData("if (data + 4 > end) return 0; data[-1] = 1;", "offset -1 lies before the packet")]
    [InlineData("var metadata = skb.DataMeta; if (metadata + 4 > end) return 0; metadata[0] = 1;",
        "nothing proves that the metadata has 1 byte behind `metadata`: compare `metadata + 1` with `data` first")]
    [InlineData("if (data > end - 4) return 0;",
        "`end` is the end of the packet, which cannot be moved: move the pointer that is compared with it")]
    [InlineData("if (data + 4 > end) return 0; end[-1] = 1;",
        "`end` is the end of the packet, where nothing lies: reach it through a pointer that was compared with it")]
    [InlineData("if (data + 4 > end) return 0; skb.PullData(4); data[0] = 1;",
        "`data` points into a packet that `PullData` may have changed on line 8: read the pointers from the context again, and compare them")]
    [InlineData("if (data + 4 > end) return 0; skb.LoadBytes(0, data.AsSpan(4));",
        "`data.AsSpan(4)` points into the packet, but `LoadBytes` takes no memory of a packet: copy it into a variable, and pass that")]
    [InlineData("if (data + 4 > end) return 0; System.Threading.Interlocked.Increment(ref data.As<int>());",
        "`data.As<int>()` lies in the packet, whose bytes no atomic operation may change: read it, and write the new value")]
    public async Task It_says_what_is_to_be_done(string statements, string message)
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            $$"""
            using Dynptrs;
            public static class Programs
            {
                [BpfProgram("tc")]
                public static int Run(SkBuff skb)
                {
                    {{Pointers}}
                    {{statements}}
                    return 0;
                }
            }
            """);

        Assert.Equal([message], diagnostics.Select(diagnostic => diagnostic.GetMessage()));
    }

    [Fact]
    public async Task A_program_that_may_only_read_is_told_so()
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            """
            using Dynptrs;
            public static class Programs
            {
                [BpfProgram("lwt_in")]
                public static int Run(SkBuff skb)
                {
                    var data = skb.Data;
                    if (data + 4 > skb.DataEnd)
                        return 0;
                    data.As<int>() = data[0];
                    return 0;
                }
            }
            """);

        Assert.Equal(
            ["`data.As<int>()` is written, but it lies in the packet, and programs of type LWT_IN may only read packets: write a copy"],
            diagnostics.Select(diagnostic => diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("if (start + 4 <= stop) start[3] = 1;")]
    [InlineData("if (start + 4 <= stop) {|DYN007:start[4]|} = 1;")]
    [InlineData("if (start + 4 < stop) start[4] = 1;")]
    [InlineData("start += 4; if (start > stop) return; start[-4] = 1;")]
    [InlineData("if (start + 4 > stop) return; parcel.Look(); start[0] = 1;")]
    [InlineData("if (start + 4 > stop) return; parcel.Repack(); {|DYN005:start|}[0] = 1;")]
    [InlineData("_ = {|DYN007:stop + 1|};")]
    [InlineData("if (start + 4 <= stop) Weigh(start.Take(4));")]
    [InlineData("if (start + 4 <= stop) Weigh({|DYN007:start.Take(5)|});")]
    [InlineData("if (start + 4 <= stop) Stamp({|DYN011:start.Take(4)|});")]
    public Task A_context_of_ones_own_is_verified_in_the_same_way(string statements) => AnalyzerTest.Verify(
        $$"""
        using System;
        using Dynptrs;

        [View(HasPointerArithmetic = true)]
        public readonly ref struct Mark
        {
            private readonly Span<byte> _bytes;

            [Dereferences] public ref byte this[int index] => ref _bytes[index];
            [Dereferences] public Span<byte> Take(int length) => _bytes[..length];

            public static Mark operator +(Mark mark, int offset) => throw new NotSupportedException();
            public static Mark operator -(Mark mark, int offset) => throw new NotSupportedException();
            public static bool operator <(Mark left, Mark right) => throw new NotSupportedException();
            public static bool operator >(Mark left, Mark right) => throw new NotSupportedException();
            public static bool operator <=(Mark left, Mark right) => throw new NotSupportedException();
            public static bool operator >=(Mark left, Mark right) => throw new NotSupportedException();
        }

        public sealed class Parcel
        {
            [PacketData("parcel")] public Mark Start => default;
            [PacketEnd("parcel")] public Mark Stop => default;
            [Trusted] public void Look() { }
            [InvalidatesSlices(Of = ["parcel"])] public void Repack() { }
        }

        public static class Programs
        {
            [BpfHelper("post_weigh", Id = 901, TakesPacketMemory = true)]
            public static void Weigh(ReadOnlySpan<byte> bytes) { }

            [BpfHelper("post_stamp", Id = 902)]
            public static void Stamp(ReadOnlySpan<byte> bytes) { }

            [BpfProgram("tc")]
            public static int Run(Parcel parcel)
            {
                Open(parcel);
                return 0;
            }

            private static void Open(Parcel parcel)
            {
                var start = parcel.Start;
                var stop = parcel.Stop;
                {{statements}}
            }
        }
        """);

    [Fact]
    public Task Host_code_is_checked_when_it_runs() => AnalyzerTest.Verify(
        """
        using Dynptrs;
        public static class Host
        {
            public static byte First(XdpBuff packet) => packet.Data[0];

            public static byte Gone(XdpBuff packet)
            {
                var data = packet.Data;
                packet.AdjustHead(4);
                return {|DYN005:data|}[0];
            }
        }
        """);
}
