using System.Threading.Tasks;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class TurnedTestFixTests
{
    [Fact]
    public Task A_test_is_turned_around() => FixTest<TurnedTestFix>.VerifyMembers(
        """
        public static int First(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, stackalloc byte[4], 4);
            if (head.IsNull) // is it there?
                return {|DYN006:head|}[0];
            return 0;
        }

        public static int Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, stackalloc byte[4], 4);
            if (head.IsNull == true)
            {
                return {|DYN006:head|}[0];
            }

            return 0;
        }
        """,
        """
        public static int First(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, stackalloc byte[4], 4);
            if (!head.IsNull) // is it there?
                return head[0];
            return 0;
        }

        public static int Second(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, stackalloc byte[4], 4);
            if (head.IsNull != true)
            {
                return head[0];
            }

            return 0;
        }
        """,
        "Turn",
        iterations: 2);

    [Fact]
    public Task A_test_is_not_turned_where_the_rest_relies_on_it() => FixTest<TurnedTestFix>.VerifyMembers(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice head = ptr.GetWritableSlice(0, stackalloc byte[4], 4);
            if (!head)
            {
                {|DYN006:head|}[0] = 1;
                return 0;
            }

            return head[1];
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            Slice head = ptr.GetWritableSlice(0, stackalloc byte[4], 4);
            if (!head)
            {
                return 0;
            }

            return head[1];
        }
        """,
        title: "Remove what is done where it is null");
}
