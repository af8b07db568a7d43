using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class OverwrittenReferenceFixTests
{
    [Fact]
    public Task What_is_overwritten_is_released_before_in_all_places_at_once() => FixTest<OverwrittenReferenceFix>.VerifyMembers(
        """
        public static void First()
        {
            Events.Reserve(8, out Dynptr ptr);
            // Once more.
            Events.Reserve(16, out {|DYN004:ptr|});
            ptr.Submit();
        }

        public static void Second(bool x)
        {
            Events.Reserve(8, out Dynptr ptr);
            if (x)
                ptr = {|DYN004:default|};
            else
                ptr.Submit();
        }
        """,
        """
        public static void First()
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Discard();
            // Once more.
            Events.Reserve(16, out ptr);
            ptr.Submit();
        }

        public static void Second(bool x)
        {
            Events.Reserve(8, out Dynptr ptr);
            if (x)
            {
                ptr.Discard();
                ptr = default;
            }
            else
                ptr.Submit();
        }
        """,
        "Discard",
        iterations: 2,
        title: "Release `ptr` with `Discard` before it is overwritten");

    [Fact]
    public Task What_a_loop_makes_in_each_round_is_released_in_each() => FixTest<OverwrittenReferenceFix>.VerifyMembers(
        """
        public static void Run()
        {
            Dynptr ptr;
            uint size = 8;
            do
            {
                Events.Reserve(size, out {|DYN004:ptr|});
                size += 8;
            }
            while (size < 64);
            ptr.Submit();
        }
        """,
        """
        public static void Run()
        {
            Dynptr ptr;
            uint size = 8;
            do
            {
                Events.Reserve(size, out ptr);
                size += 8;
                ptr.Submit();
            }
            while (size < 64);
        }
        """,
        "Submit",
        title: "Release `ptr` with `Submit` in each round");

    [Fact]
    public Task Nothing_is_offered_for_what_was_only_lent() => FixTest<OverwrittenReferenceFix>.VerifyMembersNotOffered(
        """
        public static void Run([Borrowed] ref Dynptr ptr)
        {
            Events.Reserve(8, out {|DYN004:ptr|});
        }
        """);
}
