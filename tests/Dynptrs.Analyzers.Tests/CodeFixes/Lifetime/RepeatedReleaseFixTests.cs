using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class RepeatedReleaseFixTests
{
    [Fact]
    public Task The_second_release_goes_in_all_places_at_once() => FixTest<RepeatedReleaseFix>.VerifyMembers(
        """
        public static int First()
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Submit();

            {|DYN002:ptr|}.Discard();
            return 0;
        }

        public static int Second(bool x)
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Clone(out Dynptr clone);
            clone.Submit();
            if (x)
            {
                {|DYN002:ptr|}.Submit();
            }

            return 0;
        }
        """,
        """
        public static int First()
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Submit();

            return 0;
        }

        public static int Second(bool x)
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Clone(out Dynptr clone);
            clone.Submit();

            return 0;
        }
        """,
        iterations: 2);

    [Fact]
    public Task Where_another_path_needs_the_release_the_first_one_leaves() => FixTest<RepeatedReleaseFix>.VerifyMembers(
        """
        public static int Run()
        {
            if (Events.Reserve(8, out Dynptr ptr) != 0)
                ptr.Discard();
            {|DYN002:ptr|}.Submit();
            return 0;
        }
        """,
        """
        public static int Run()
        {
            if (Events.Reserve(8, out Dynptr ptr) != 0)
            {
                ptr.Discard();
                return 0;
            }

            ptr.Submit();
            return 0;
        }
        """,
        title: "Leave after the release before");

    [Fact]
    public Task What_a_loop_releases_in_each_round_is_released_after_it() => FixTest<RepeatedReleaseFix>.VerifyMembers(
        """
        public static int Run()
        {
            int sum = 0;
            Events.Reserve(8, out Dynptr ptr);
            for (int i = 0; i < 3; i++)
            {
                sum += i;
                {|DYN002:ptr|}.Submit();
            }

            return sum;
        }
        """,
        """
        public static int Run()
        {
            int sum = 0;
            Events.Reserve(8, out Dynptr ptr);
            for (int i = 0; i < 3; i++)
            {
                sum += i;
            }

            ptr.Submit();

            return sum;
        }
        """,
        title: "Release `ptr` once, after the loop");

    [Fact]
    public Task A_loop_that_did_nothing_else_goes() => FixTest<RepeatedReleaseFix>.VerifyMembers(
        """
        public static int Run()
        {
            Events.Reserve(8, out Dynptr ptr);
            for (int i = 0; i < 3; i++)
                {|DYN002:ptr|}.Submit();
            return 0;
        }
        """,
        """
        public static int Run()
        {
            Events.Reserve(8, out Dynptr ptr);
            ptr.Submit();
            return 0;
        }
        """);

    [Fact]
    public Task What_was_only_lent_is_released_by_the_caller() => FixTest<RepeatedReleaseFix>.VerifyMembers(
        """
        public static void Run([Borrowed] ref Dynptr ptr)
        {
            ptr.Write(0, 1);
            {|DYN002:ptr|}.Submit();
        }
        """,
        """
        public static void Run([Borrowed] ref Dynptr ptr)
        {
            ptr.Write(0, 1);
        }
        """);

    [Fact]
    public Task Nothing_is_offered_where_the_answer_of_the_release_is_used() => FixTest<RepeatedReleaseFix>.VerifyNotOffered(
        """
        using System;
        using Dynptrs;

        [Owner]
        public ref struct Lease;

        public static class Pool
        {
            public static void Take([Acquires("lease")] out Lease lease) => lease = default;

            public static int Return([Releases("lease")] ref Lease lease) => 0;

            public static int Run()
            {
                Take(out Lease lease);
                Return(ref lease);
                return Return(ref {|DYN002:lease|});
            }
        }
        """);
}
