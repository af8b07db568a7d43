using System.Threading.Tasks;
using Dynptrs.CodeFixes.Programs;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Programs;

public sealed class UnfollowedOwnerFixTests
{
    [Fact]
    public Task What_an_interface_only_uses_is_lent_to_it() => FixTest<UnfollowedOwnerFix>.Verify(
        Consumer("ref Dynptr ptr", "ptr.Write(0, 1)", "consumer.Take(ref {|DYN030:ptr|});", "ptr.Submit();"),
        Consumer("[Borrowed] ref Dynptr ptr", "ptr.Write(0, 1)", "consumer.Take(ref ptr);", "ptr.Submit();"),
        "Borrowed",
        title: "Say that `ptr` is [Borrowed] in `Take`");

    [Fact]
    public Task What_an_interface_releases_it_says_so() => FixTest<UnfollowedOwnerFix>.Verify(
        Consumer("ref Dynptr ptr", "ptr.Submit()", "consumer.Take(ref {|DYN030:ptr|});", ""),
        Consumer("[Releases(\"ringbuf\")] ref Dynptr ptr", "ptr.Submit()", "consumer.Take(ref ptr);", ""),
        "Releases",
        title: "Say that `ptr` is [Releases(\"ringbuf\")] in `Take`");

    [Fact]
    public Task Nothing_is_offered_where_an_implementation_would_not_keep_it() =>
        FixTest<UnfollowedOwnerFix>.VerifyNotOffered(Consumer(
            "ref Dynptr ptr", "ptr.Submit()", "consumer.Take(ref {|DYN030:ptr|});", "ptr.Submit();"));

    [Fact]
    public Task Nothing_is_offered_for_a_delegate_which_a_contract_does_not_make_known() =>
        FixTest<UnfollowedOwnerFix>.VerifyMembersNotOffered(
            """
            private delegate void Fill(ref Dynptr ptr);

            private static Fill s_fill = static (ref Dynptr ptr) => ptr.Write(0, 1);

            public static void Run()
            {
                Events.Reserve(8, out Dynptr ptr);
                s_fill(ref {|DYN030:ptr|});
                ptr.Submit();
            }
            """);

    [Fact]
    public Task Interfaces_in_another_document_say_so_in_all_places_at_once()
    {
        const string Lent = "First(ref {|DYN030:ptr|});\n        consumer.Second(ref {|DYN030:ptr|});";
        return FixTest<UnfollowedOwnerFix>.VerifyFiles(
            [Interface("ref Dynptr ptr"), Caller("One", Lent), Caller("Two", Lent)],
            [Interface("[Borrowed] ref Dynptr ptr"), Caller("One", Unmarked(Lent)), Caller("Two", Unmarked(Lent))],
            "Borrowed",
            iterations: 2);
    }

    [Fact]
    public Task An_interface_of_another_project_is_left_alone() =>
        FixTest<UnfollowedOwnerFix>.VerifyNotOffered(Caller("One", "First(ref {|DYN030:ptr|});"), Interface("ref Dynptr ptr"));

    private static string Unmarked(string marked) => marked.Replace("{|DYN030:", "").Replace("|}", "");

    private static string Interface(string parameter) =>
        $$"""
        using Dynptrs;

        public interface IConsumer
        {
            void First({{parameter}});

            void Second({{parameter}});
        }
        """;

    private static string Caller(string name, string calls) =>
        $$"""
        using Dynptrs;

        public static class {{name}}
        {
            static readonly RingBuf Events = new(4096);

            public static void Run(IConsumer consumer)
            {
                Events.Reserve(8, out Dynptr ptr);
                consumer.{{calls}}
                ptr.Submit();
            }
        }
        """;

    private static string Consumer(string parameter, string body, string call, string after) =>
        $$"""
        using Dynptrs;

        public interface IConsumer
        {
            void Take({{parameter}});
        }

        public sealed class Consumer : IConsumer
        {
            public void Take(ref Dynptr ptr) => {{body}};
        }

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static void Run(IConsumer consumer)
            {
                Events.Reserve(8, out Dynptr ptr);
                {{call}}
                {{after}}
            }
        }
        """;
}
