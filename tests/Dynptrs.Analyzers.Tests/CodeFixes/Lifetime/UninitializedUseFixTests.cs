using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class UninitializedUseFixTests
{
    [Fact]
    public Task What_is_made_later_is_made_first() => FixTest<UninitializedUseFix>.VerifyMembers(
        """
        public static int First(SkBuff skb)
        {
            Dynptr ptr = default;

            // How large is it?
            ulong size = {|DYN003:ptr|}.Size;
            skb.ToDynptr(out ptr);
            return (int)size;
        }

        public static int Second(SkBuff skb)
        {
            Dynptr packet = default;
            ulong size = {|DYN003:packet|}.Size;

            skb.ToDynptr(out packet); // the packet
            return (int)size;
        }
        """,
        """
        public static int First(SkBuff skb)
        {
            Dynptr ptr = default;

            skb.ToDynptr(out ptr);
            // How large is it?
            ulong size = ptr.Size;
            return (int)size;
        }

        public static int Second(SkBuff skb)
        {
            Dynptr packet = default;
            skb.ToDynptr(out packet); // the packet
            ulong size = packet.Size;

            return (int)size;
        }
        """,
        "First",
        iterations: 2);

    [Fact]
    public Task A_use_of_what_nothing_makes_is_removed() => FixTest<UninitializedUseFix>.VerifyMembers(
        """
        public static int Run(SkBuff skb)
        {
            Dynptr ptr = default;
            {|DYN003:ptr|}.Write(0, [1]);
            return 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            Dynptr ptr = default;
            return 0;
        }
        """,
        "Remove",
        title: "Remove this use of `ptr`");

    [Fact]
    public Task Nothing_is_offered_where_what_is_computed_is_needed() => FixTest<UninitializedUseFix>.VerifyMembersNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            Dynptr ptr = default;
            return (int){|DYN003:ptr|}.Size;
        }
        """);

    [Fact]
    public Task What_is_made_later_and_used_up_is_not_moved() => FixTest<UninitializedUseFix>.VerifyMembersNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            Dynptr ptr = default;
            ulong size = {|DYN003:ptr|}.Size;
            if (size > 4)
            {
                Events.Reserve(8, out ptr);
                ptr.Submit();
            }

            return 0;
        }
        """);
}
