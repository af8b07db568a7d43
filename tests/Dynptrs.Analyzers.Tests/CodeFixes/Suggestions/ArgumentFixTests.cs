using System.Threading.Tasks;
using Dynptrs.CodeFixes.Suggestions;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Suggestions;

public sealed class ArgumentFixTests
{
    [Fact]
    public Task Passes_no_flags_where_they_make_a_call_fail_or_dear() => FixTest<ArgumentFix>.VerifyMembers(
        """
        public static void First(XdpBuff xdp)
        {
            xdp.ToDynptr(out Dynptr ptr);
            _ = ptr.Write(0, [1], {|DYN102:BpfConstants.BPF_F_RECOMPUTE_CSUM|} /* sum */);
        }

        public static void Second()
        {
            for (int i = 0; i < 9; i++)
                Events.Output([1], flags: {|DYN105:BpfConstants.BPF_RB_FORCE_WAKEUP|});
        }
        """,
        """
        public static void First(XdpBuff xdp)
        {
            xdp.ToDynptr(out Dynptr ptr);
            _ = ptr.Write(0, [1], 0 /* sum */);
        }

        public static void Second()
        {
            for (int i = 0; i < 9; i++)
                Events.Output([1], flags: 0);
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_where_0_fails_too() => FixTest<ArgumentFix>.VerifyMembersNotOffered(
        """
        private static int Lend([InRange(1, 9)] int size) => size;

        public static int Run() => Lend({|DYN102:10|});
        """);
}
