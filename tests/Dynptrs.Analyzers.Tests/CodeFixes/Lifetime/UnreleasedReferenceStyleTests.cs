using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.CodeFixes.Walk;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

/// <summary>
/// DYN001: the ways to release that a method has already: by a label, with <see langword="using"/>, in a <see langword="finally"/>.
/// </summary>
public sealed class UnreleasedReferenceStyleTests
{
    private const string Desk = """


        namespace Desk
        {
            [Owner]
            public ref struct Room
            {
                private int _number;

                public static Room Take([Acquires("room")] out Room room) => throw new System.NotSupportedException();

                [Releases("room", IfHeld = true)]
                public void Dispose() => throw new System.NotSupportedException();
            }

            public sealed class Umbrella : System.IDisposable
            {
                [return: Acquires("umbrella")]
                public static Umbrella Take() => throw new System.NotSupportedException();

                [Releases("umbrella")]
                public void Dispose() => throw new System.NotSupportedException();

                public int Open() => 1;
            }

            public class Key : System.IDisposable
            {
                [return: Acquires("key")]
                public static Key Take() => throw new System.NotSupportedException();

                [Releases("key", IfHeld = true)]
                public void Dispose() => throw new System.NotSupportedException();

                [Releases("key")]
                public void Return() => throw new System.NotSupportedException();

                public void Turn() { }
            }
        }
        """;

    [Fact]
    public Task Leaves_by_the_label_that_releases_where_it_returns_the_same() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n == 1)
                goto discard;
            if (n == 2)
                {|DYN001:return 0;|} // too many
            if (n == 3)
            {
                Counters.Delete(1);
                return 0;
            }

            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return 0;
        }
        """,
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n == 1)
                goto discard;
            if (n == 2)
                goto discard; // too many
            if (n == 3)
            {
                Counters.Delete(1);
                goto discard;
            }

            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return 0;
        }
        """,
        title: "Leave by `discard`, where `ptr` is released");

    [Fact]
    public Task Sets_the_variable_that_the_label_returns_and_leaves_by_it_in_all_places_at_once() =>
        FixTest<UnreleasedReferenceFix>.VerifyMembers(
            """
            public static int Run(int n)
            {
                int err = Events.Reserve(64, out var ptr);
                if (err != 0)
                    goto discard;
                if (n == 2)
                    {|DYN001:return -n;|}
                ptr.Submit();
                return 0;
            discard:
                ptr.Discard();
                return err;
            }

            public static int Again(int n)
            {
                int err = Events.Reserve(64, out var ptr);
                if (err != 0)
                    goto discard;
                if (n == 2)
                    {|DYN001:return err;|}
                ptr.Submit();
                return 0;
            discard:
                ptr.Discard();
                return err;
            }
            """,
            """
            public static int Run(int n)
            {
                int err = Events.Reserve(64, out var ptr);
                if (err != 0)
                    goto discard;
                if (n == 2)
                {
                    err = -n;
                    goto discard;
                }

                ptr.Submit();
                return 0;
            discard:
                ptr.Discard();
                return err;
            }

            public static int Again(int n)
            {
                int err = Events.Reserve(64, out var ptr);
                if (err != 0)
                    goto discard;
                if (n == 2)
                    goto discard;
                ptr.Submit();
                return 0;
            discard:
                ptr.Discard();
                return err;
            }
            """,
            "Goto",
            iterations: 2);

    [Fact]
    public Task Leaves_by_an_earlier_label_of_two() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            int err = Events.Reserve(64, out var ptr);
            if (err != 0)
                goto discard;
            if (n == 2)
                goto end;
        discard:
            ptr.Discard();
        end:
            {|DYN001:return err;|}
        }
        """,
        """
        public static int Run(int n)
        {
            int err = Events.Reserve(64, out var ptr);
            if (err != 0)
                goto discard;
            if (n == 2)
                goto discard;
        discard:
            ptr.Discard();
        end:
            return err;
        }
        """,
        "Goto");

    [Theory]
    [InlineData("return 1;", "ptr.Discard();\n    return 0;")]
    [InlineData("return n;", "ptr.Discard();\n    return 0;")]
    [InlineData("return 0;", "Counters.Delete(1);\n    ptr.Discard();\n    return 0;")]
    public Task Does_not_leave_by_a_label_that_returns_or_does_something_else(string exit, string end) =>
        FixTest<UnreleasedReferenceFix>.VerifyMembers(
            Method($"    {{|DYN001:{exit}|}}", end),
            Method($"{{\n        ptr.Discard();\n        {exit}\n    }}\n", end),
            title: "Release `ptr` with `Discard` before leaving");

    [Fact]
    public Task Does_not_go_on_behind_a_label_that_releases() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static void Run(int n)
        {
            if (n < 9)
                n++;
            else
            {
                Events.Reserve(64, out var ptr);
                if (n == 10)
                    goto discard;
                if (n == 11)
                    {|DYN001:return;|}
            discard:
                ptr.Discard();
            }

            Counters.Delete(1);
        }
        """,
        """
        public static void Run(int n)
        {
            if (n < 9)
                n++;
            else
            {
                Events.Reserve(64, out var ptr);
                if (n == 10)
                    goto discard;
                if (n == 11)
                {
                    ptr.Discard();
                    return;
                }

            discard:
                ptr.Discard();
            }

            Counters.Delete(1);
        }
        """,
        title: "Release `ptr` with `Discard` before leaving");

    [Fact]
    public Task Declares_with_using_what_can_be_disposed() => FixTest<UnreleasedReferenceFix>.Verify(
        WithDesk("""
            // Rain or shine.
            Umbrella umbrella = Umbrella.Take();
            if (n == 1)
                {|DYN001:return 0;|}
            int open = umbrella.Open();
            umbrella.Dispose(); // dry
            return open;
        """, """
            var umbrella = Umbrella.Take();
            if (n > 0)
                {|DYN001:return;|}
            umbrella.Dispose();
        """),
        WithDesk("""
            // Rain or shine.
            using Umbrella umbrella = Umbrella.Take();
            if (n == 1)
                return 0;
            int open = umbrella.Open();
            return open;
        """, """
            using var umbrella = Umbrella.Take();
            if (n > 0)
                return;
        """),
        "Using",
        iterations: 2);

    [Fact]
    public Task Keeps_the_releases_that_may_come_first() => FixTest<UnreleasedReferenceFix>.Verify(
        WithDesk("""
            var key = Key.Take();
            if (n == 1)
                {|DYN001:return 0;|}
            key.Turn();
            key.Return();
            return n;
        """),
        WithDesk("""
            using var key = Key.Take();
            if (n == 1)
                return 0;
            key.Turn();
            key.Return();
            return n;
        """),
        "Using");

    [Fact]
    public async Task Does_not_declare_with_using_what_is_given_back_in_the_middle() =>
        Assert.Equal(["UnreleasedReferenceFix.Dispose"], await Offers.FindAsync(WithDesk("""
                Umbrella umbrella = Umbrella.Take();
                if (n == 1)
                    return 0;
                umbrella.Dispose();
                System.Console.WriteLine();
                return n;
            """)));

    [Fact]
    public Task Releases_in_a_finally_and_keeps_what_is_said_on_the_way() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);

            // Some are not wanted.
            if (n == 1)
                {|DYN001:return   1;|}   // not this one

            /* the others */
            ptr.Write(0,  1);
            ptr.Submit();
            return 0;
        }
        """,
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);

            try
            {
                // Some are not wanted.
                if (n == 1)
                    return   1;   // not this one

                /* the others */
                ptr.Write(0,  1);
                return 0;
            }
            finally
            {
                ptr.Submit();
            }
        }
        """,
        "Finally.Submit",
        title: "Release `ptr` with `Submit` in a finally");

    [Fact]
    public Task Releases_in_a_finally_where_no_statement_can_stand_before_the_exit() => FixTest<UnreleasedReferenceFix>.VerifyMembers(
        """
        public static void Run(string? text)
        {
            Events.Reserve(64, out var ptr);
            string given = text ?? {|DYN001:throw new ArgumentNullException(nameof(text))|};
            ptr.Write(0, given.Length);
            ptr.Discard();
        }

        public static void Again(string? text)
        {
        	Events.Reserve(64, out var ptr); // with a tab
        	string given = text ?? {|DYN001:throw new ArgumentNullException(nameof(text))|};
        	ptr.Discard();
        }
        """,
        """
        public static void Run(string? text)
        {
            Events.Reserve(64, out var ptr);
            try
            {
                string given = text ?? throw new ArgumentNullException(nameof(text));
                ptr.Write(0, given.Length);
            }
            finally
            {
                ptr.Discard();
            }
        }

        public static void Again(string? text)
        {
        	Events.Reserve(64, out var ptr); // with a tab
        	try
        	{
        		string given = text ?? throw new ArgumentNullException(nameof(text));
        	}
        	finally
        	{
        		ptr.Discard();
        	}
        }
        """,
        "Finally.Discard",
        iterations: 2);

    [Theory]
    [InlineData("", new[] { "Discard", "Submit", "Finally.Discard", "Finally.Submit" })]
    [InlineData("[BpfProgram(\"tp/syscalls/sys_enter_nanosleep\")]", new[] { "Discard", "Submit" })]
    public async Task A_program_has_no_finally(string attribute, string[] keys) =>
        Assert.Equal(keys.Select(key => $"UnreleasedReferenceFix.{key}"), await Offers.FindAsync(
            $$"""
            using Dynptrs;

            public static class Probe
            {
                static readonly RingBuf Events = new(4096);

                {{attribute}}
                public static int Run(TracepointContext ctx)
                {
                    Events.Reserve(64, out var ptr);
                    ptr.Write(0, 1);
                    return 0;
                }
            }
            """));

    private static string WithDesk(params string[] bodies) =>
        $$"""
        using Dynptrs;
        using Desk;

        public static class Guest
        {
        {{string.Join("\n\n", bodies.Select((body, i) => $"    public static {(body.Contains("return ") ? "int" : "void")} Run{i}(int n)\n    {{\n{string.Join("\n", body.Split('\n').Select(line => line.Length == 0 ? line : "    " + line))}\n    }}"))}}
        }
        """ + Desk;

    private static string Method(string exit, string end) =>
        $$"""
        public static int Run(int n)
        {
            Events.Reserve(64, out var ptr);
            if (n == 1)
                goto discard;
            if (n == 2)
            {{exit}}
            ptr.Submit();
            return 0;
        discard:
            {{end}}
        }
        """;
}
