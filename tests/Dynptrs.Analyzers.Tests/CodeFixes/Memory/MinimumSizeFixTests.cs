using System.Threading.Tasks;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class MinimumSizeFixTests
{
    [Fact]
    public Task Leaves_where_the_number_is_too_low_and_releases_what_is_held() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            Events.Reserve(64, out Dynptr ptr);
            System.Span<byte> buffer = stackalloc byte[16];
            uint n = (uint)CurrentTask.GetPidTgid() & 15;
            skb.LoadBytes(0, {|DYN012:buffer[..(int)n]|}); // the mark
            ptr.Submit();
            return 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            Events.Reserve(64, out Dynptr ptr);
            System.Span<byte> buffer = stackalloc byte[16];
            uint n = (uint)CurrentTask.GetPidTgid() & 15;
            if (n < 1)
            {
                ptr.Discard();
                return 0;
            }

            skb.LoadBytes(0, buffer[..(int)n]); // the mark
            ptr.Submit();
            return 0;
        }
        """,
        title: "Leave where `n < 1`, after a release with `Discard`");

    [Fact]
    public Task Leaves_where_the_span_is_empty() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            System.Span<byte> buffer = stackalloc byte[16];
            System.Span<byte> part = buffer[..(int)(CurrentTask.GetPidTgid() & 15)];
            return skb.LoadBytes(0, {|DYN012:part|});
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            System.Span<byte> buffer = stackalloc byte[16];
            System.Span<byte> part = buffer[..(int)(CurrentTask.GetPidTgid() & 15)];
            if (part.Length < 1)
                return 0;
            return skb.LoadBytes(0, part);
        }
        """,
        title: "Leave where `part.Length < 1`");

    [Fact]
    public Task Takes_the_length_out_of_the_call() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            System.Span<byte> buffer = stackalloc byte[16];
            return skb.LoadBytes(0, {|DYN012:buffer[..(int)(CurrentTask.GetPidTgid() & 15)]|});
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            System.Span<byte> buffer = stackalloc byte[16];
            var length = (int)(CurrentTask.GetPidTgid() & 15);
            if (length < 1)
                return 0;
            return skb.LoadBytes(0, buffer[..length]);
        }
        """);

    [Fact]
    public Task Fixes_all() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            System.Span<byte> buffer = stackalloc byte[16];
            uint n = (uint)CurrentTask.GetPidTgid() & 15;
            uint m = (uint)CurrentTask.GetPidTgid() & 7;
            skb.LoadBytes(0, {|DYN012:buffer[..(int)n]|});
            return skb.LoadBytes(8, {|DYN012:buffer[..(int)m]|});
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            System.Span<byte> buffer = stackalloc byte[16];
            uint n = (uint)CurrentTask.GetPidTgid() & 15;
            uint m = (uint)CurrentTask.GetPidTgid() & 7;
            if (n < 1)
                return 0;
            skb.LoadBytes(0, buffer[..(int)n]);
            if (m < 1)
                return 0;
            return skb.LoadBytes(8, buffer[..(int)m]);
        }
        """,
        iterations: 2);

    [Fact]
    public Task Is_not_offered_where_there_is_nothing_for_certain() => FixTest<MinimumSizeFix>.VerifyMembersNotOffered(
        """
        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            System.Span<byte> buffer = stackalloc byte[16];
            return skb.LoadBytes(0, {|DYN012:buffer[..0]|});
        }
        """);

    private static Task Verify(string marked, string fixedSource, int iterations = 1, string? title = null) =>
        FixTest<MinimumSizeFix>.VerifyMembers(
            "[BpfProgram(\"tc\")]\n" + marked, "[BpfProgram(\"tc\")]\n" + fixedSource, method: null, iterations, title: title);
}
