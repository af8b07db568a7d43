using System.Threading.Tasks;
using Dynptrs.CodeFixes.Suggestions;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Suggestions;

public sealed class IgnoredErrnoFixTests
{
    [Fact]
    public Task Leaves_where_the_call_fails_and_releases_what_is_held() => FixTest<IgnoredErrnoFix>.VerifyMembers(
        """
        public static int First()
        {
            Events.Reserve(8, out Dynptr ptr);
            // The magic number.
            {|DYN101:ptr.Write(0, [1])|}; // at the start
            ptr.Submit();
            return 0;
        }

        public static int Second(bool twice)
        {
            Events.Reserve(8, out Dynptr ptr);
            if (twice)
                {|DYN101:ptr.Write(0, [2])|};
            ptr.Submit();
            return 0;
        }
        """,
        """
        public static int First()
        {
            Events.Reserve(8, out Dynptr ptr);
            // The magic number.
            int err = ptr.Write(0, [1]); // at the start
            if (err != 0)
            {
                ptr.Discard();
                return 0;
            }

            ptr.Submit();
            return 0;
        }

        public static int Second(bool twice)
        {
            Events.Reserve(8, out Dynptr ptr);
            if (twice)
            {
                int err = ptr.Write(0, [2]);
                if (err != 0)
                {
                    ptr.Discard();
                    return 0;
                }
            }

            ptr.Submit();
            return 0;
        }
        """,
        "Discard",
        iterations: 2,
        title: "Leave where the call fails, after a release with `Discard`");

    [Fact]
    public Task Says_that_the_errno_does_not_matter() => FixTest<IgnoredErrnoFix>.VerifyMembers(
        """
        public static async System.Threading.Tasks.Task First()
        {
            await System.Threading.Tasks.Task.Yield();
            Use(new SkBuff(BpfProgramType.SchedCls, [1]));
            static void Use(SkBuff skb)
            {
                skb.ToDynptr(out Dynptr ptr);
                {|DYN101:ptr.Write(0, [1])|}; // why not
            }
        }

        public static void Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            /* drop */ {|DYN101:ptr.Adjust(1, 2)|};
        }
        """,
        """
        public static async System.Threading.Tasks.Task First()
        {
            await System.Threading.Tasks.Task.Yield();
            Use(new SkBuff(BpfProgramType.SchedCls, [1]));
            static void Use(SkBuff skb)
            {
                skb.ToDynptr(out Dynptr ptr);
                _ = ptr.Write(0, [1]); // why not
            }
        }

        public static void Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            /* drop */ _ = ptr.Adjust(1, 2);
        }
        """,
        "_",
        iterations: 2);

    [Fact]
    public Task Leaves_everywhere_whatever_is_held_there() => FixTest<IgnoredErrnoFix>.VerifyMembers(
        """
        public static void First()
        {
            Events.Reserve(8, out Dynptr ptr);
            {|DYN101:ptr.Write(0, [1])|};
            ptr.Submit();
        }

        public static int Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr packet);
            {|DYN101:packet.Write(0, [2])|};
            return 1;
        }
        """,
        """
        public static void First()
        {
            Events.Reserve(8, out Dynptr ptr);
            int err = ptr.Write(0, [1]);
            if (err != 0)
            {
                ptr.Discard();
                return;
            }

            ptr.Submit();
        }

        public static int Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr packet);
            int err = packet.Write(0, [2]);
            if (err != 0)
                return 0;
            return 1;
        }
        """,
        iterations: 2);
}
