using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class UseAfterEndFixTests
{
    [Fact]
    public Task A_release_moves_behind_the_uses_of_the_slice() => FixTest<UseAfterEndFix>.VerifyMembers(
        """
        public static int Run()
        {
            Events.Reserve(64, out Dynptr ptr);
            Slice<int> pid = ptr.Data<int>();
            if (pid.IsNull)
            {
                ptr.Discard();
                return 0;
            }

            // Now it is complete.
            ptr.Submit();
            {|DYN005:pid|}.Value = 1; // the first
            pid.Value += 2;

            return 0;
        }
        """,
        """
        public static int Run()
        {
            Events.Reserve(64, out Dynptr ptr);
            Slice<int> pid = ptr.Data<int>();
            if (pid.IsNull)
            {
                ptr.Discard();
                return 0;
            }

            pid.Value = 1; // the first
            pid.Value += 2;
            // Now it is complete.
            ptr.Submit();

            return 0;
        }
        """,
        title: "Move `Submit` behind the use of `pid`");

    [Fact]
    public Task What_is_returned_is_read_before_the_release_in_all_places_at_once() => FixTest<UseAfterEndFix>.VerifyMembers(
        """
        public static int First(Span<byte> data)
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Submit();
            return {|DYN003:ptr|}.Read(data, 0);
        }

        public static ulong Second()
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Clone(out Dynptr clone);
            ptr.Submit();
            return {|DYN003:clone|}.Size;
        }
        """,
        """
        public static int First(Span<byte> data)
        {
            Events.Reserve(8, out Dynptr ptr);
            int result = ptr.Read(data, 0);
            ptr.Submit();
            return result;
        }

        public static ulong Second()
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Clone(out Dynptr clone);
            ulong result = clone.Size;
            ptr.Submit();
            return result;
        }
        """,
        iterations: 2);

    [Fact]
    public Task A_release_in_a_branch_moves_with_its_condition() => FixTest<UseAfterEndFix>.VerifyMembers(
        """
        public static ulong Run()
        {
            int err = Events.Reserve(8, out Dynptr ptr);
            if (err != 0)
                ptr.Discard();
            ulong size = {|DYN003:ptr|}.Size;
            if (err == 0)
                ptr.Submit();
            return size;
        }
        """,
        """
        public static ulong Run()
        {
            int err = Events.Reserve(8, out Dynptr ptr);
            ulong size = ptr.Size;
            if (err != 0)
                ptr.Discard();
            if (err == 0)
                ptr.Submit();
            return size;
        }
        """);

    [Fact]
    public Task A_slice_of_a_packet_that_changed_is_taken_again_and_tested_again() => FixTest<UseAfterEndFix>.VerifyMembers(
        """
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[4];
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<int> number = ptr.GetSlice<int>(0, buffer);
            if (!number)
                return 0;
            ptr.Write(20, 1);
            return {|DYN005:number|}.Value;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[4];
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<int> number = ptr.GetSlice<int>(0, buffer);
            if (!number)
                return 0;
            ptr.Write(20, 1);
            number = ptr.GetSlice<int>(0, buffer);
            if (!number)
                return 0;
            return number.Value;
        }
        """,
        "Again");

    [Fact]
    public Task Nothing_is_offered_where_a_path_between_would_leak() => FixTest<UseAfterEndFix>.VerifyMembersNotOffered(
        """
        public static ulong Run(int x)
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Submit();
            if (x == 0)
                return 0;
            return {|DYN003:ptr|}.Size;
        }
        """);

    [Fact]
    public Task Nothing_is_offered_for_what_is_released_in_the_round_before() => FixTest<UseAfterEndFix>.VerifyMembersNotOffered(
        """
        public static ulong Run()
        {
            Events.Reserve(8, out Dynptr ptr);
            ulong sum = 0;
            for (int i = 0; i < 2; i++)
            {
                sum += {|DYN003:ptr|}.Size;
                if (i == 0)
                    ptr.Submit();
            }

            return sum;
        }
        """);
}
