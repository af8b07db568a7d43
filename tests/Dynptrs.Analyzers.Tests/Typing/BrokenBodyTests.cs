using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Typing;

/// <summary>
/// A body that does not compile: what is wrong before an error is reported as ever, what comes behind is not known yet, and nothing is made
/// of the error itself.
/// </summary>
public sealed class BrokenBodyTests
{
    private static readonly BrokenCode Project = new();

    [Theory]
    [InlineData("number = Sample.Pid;", "number = sample.Pid;")]
    [InlineData("number = Slice<int>.Value;", "number = nameof(Sample.Pid).Length;")]
    [InlineData("Dynptr.Submit();", "number = sample.Pid;")]
    [InlineData("number = *(number & 1);", "number = *&number;")]
    [InlineData("number = \"text\";", "number = 1;")]
    [InlineData("number = missing;", "number = sample.Pid;")]
    [InlineData("string text = 1;", "int text = 1;")]
    [InlineData("CurrentTask.GetPidTgid;", "CurrentTask.GetPidTgid();")]
    [InlineData("number = (int", "number = (int)1L;")]
    [InlineData("if (sample.Pid", "if (sample.Pid == 1) return 1;")]
    [InlineData("number = Help(1, 2);", "number = Help(1);")]
    [InlineData("number = HelpWith(1);", "number = Help(1);")]
    [InlineData("int unset; number = unset;", "int unset = 1; number = unset;")]
    [InlineData("break;", "while (number < 1) break;")]
    [InlineData("goto nowhere;", "goto somewhere; somewhere:")]
    [InlineData("const int zero = 1 / 0;", "const int one = 1 / 1;")]
    public async Task Nothing_is_said_of_what_does_not_compile_nor_behind_it(string broken, string whole)
    {
        Assert.Empty(await Shown($"{broken}\nstring refused = \"a\" + number; Events.Reserve(8, out Dynptr lost); return 0;"));
        Assert.Equal(["DYN001"], (await Shown($"{whole}\nEvents.Reserve(8, out Dynptr lost); return 0;")).Except(["DYN032"]));
    }

    [Theory]
    [InlineData("missing();")]
    [InlineData("string text = 1;")]
    [InlineData("number = (int")]
    public async Task What_is_wrong_before_an_error_stays(string broken)
    {
        const string wrong = "Events.Reserve(8, out Dynptr ptr); if (number == 1) return 1;";
        Assert.Equal(["DYN001"], await Shown($"{wrong} ptr.Submit(); return 0;"));
        Assert.Equal(["DYN001"], await Shown($"{wrong} {broken}\nptr.Submit(); return 0;"));
        Assert.Equal(["DYN001"], await Shown($"{wrong} if (number == 2) {{ {broken}\n}} ptr.Submit(); return 0;"));
    }

    [Fact]
    public async Task The_other_ways_are_followed_to_their_ends()
    {
        Assert.Equal(["DYN001"], await Shown("Events.Reserve(8, out Dynptr ptr); if (number == 1) { missing(); } return 0;"));
        Assert.Empty(await Shown("Events.Reserve(8, out Dynptr ptr); if (number == 1) { return missing; } ptr.Submit(); return 0;"));
    }

    [Fact]
    public async Task What_is_called_is_followed_to_its_error_too()
    {
        Assert.Empty(await Shown("Events.Reserve(8, out Dynptr ptr); Finish(ref ptr); return 0;", "=> missing(ref ptr);"));
        Assert.Equal(["DYN001"], await Shown("Events.Reserve(8, out Dynptr ptr); Finish(ref ptr); return 0;", "{ }"));
        Assert.Empty(await Shown("Events.Reserve(8, out Dynptr ptr); Finish(ref ptr); ptr.Submit(); return 0;", "{ int n = \"\"; }"));
    }

    [Fact]
    public async Task A_loop_whose_way_out_does_not_compile_is_not_called_endless()
    {
        Assert.Equal(["DYN031"], await Shown("while (true) { number = 1 - number; }", section: "tc"));
        Assert.Empty(await Shown("while (true) { number = 1 - number; if (number == 7) { brea; } }", section: "tc"));
    }

    [Fact]
    public async Task A_method_whose_end_must_not_be_reached_has_lost_nothing_there()
    {
        Assert.Empty(await Shown("Events.Reserve(8, out Dynptr ptr);"));
        Assert.Equal(["DYN001"], await Shown("Events.Reserve(8, out Dynptr ptr); return 0;"));
    }

    [Theory]
    [InlineData("if (number == 1) { ptr.Submit(); return 0; ptr.Discard(); return 1;")]
    [InlineData("if (number == 1) ptr.Submit(); return 0; } ptr.Discard(); return 1;")]
    [InlineData("if (number == 1) { { ptr.Submit(); return 0; } return 1;")]
    public async Task Where_a_brace_is_missing_nothing_is_known(string statements) =>
        Assert.Empty(await Shown("Events.Reserve(8, out Dynptr ptr); " + statements));

    [Fact]
    public async Task Suggestions_wait_until_all_compiles()
    {
        const string ignored = "ctx.ToDynptr(out Dynptr packet); Span<byte> head = stackalloc byte[14]; packet.Read(head, 0); number = head[0];";
        var whole = await Project.GetSuggestionsAsync(Compose($"{ignored} return 0;", section: "tc"));
        Assert.Equal("DYN101", Assert.Single(whole).Id);
        Assert.Empty(await Project.GetSuggestionsAsync(Compose($"{ignored} missing(); return 0;", section: "tc")));
    }

    [Fact]
    public async Task Structs_without_end_are_not_laid_out_for_ever()
    {
        const string members = """
            struct Loop { public Loop Inner; public int Number; }
            struct Growing<T> { public Growing<Growing<T>> Inner; }
            unsafe struct Node<T> { public Node<Node<T>>* Next; }
            static unsafe void Use(Loop loop, Growing<int> growing, Node<int> node) { var one = loop; var other = growing; var next = node; }
            """;
        Assert.Equal(["DYN001"], await Shown("Events.Reserve(8, out Dynptr ptr); return 0;", members: members));
    }

    [Fact]
    public async Task An_expression_is_as_deep_as_one_likes()
    {
        var deep = string.Concat(Enumerable.Repeat("1 + (", 600)) + "number" + new string(')', 600);
        Assert.Equal(["DYN001"], await Shown($"Events.Reserve(8, out Dynptr ptr); number = {deep}; return 0;"));
    }

    private static async Task<string[]> Shown(string statements, string finish = "=> ptr.Submit();", string members = "", string section = "")
    {
        var diagnostics = await Project.GetDiagnosticsAsync(Compose(statements, finish, members, section));
        return [.. diagnostics.Select(diagnostic => diagnostic.Id)];
    }

    private static string Compose(string statements, string finish = "=> ptr.Submit();", string members = "", string section = "") =>
        $$"""
        using System;
        using Dynptrs;

        public struct Sample { public int Pid; }

        public static class Program
        {
            private static readonly RingBuf Events = new(4096);

            {{(section.Length == 0 ? "" : $"[BpfProgram(\"{section}\")]")}}
            public static unsafe int Run(SkBuff ctx)
            {
                var number = (int)CurrentTask.GetPidTgid();
                Sample sample = default;
                {{statements}}
            }

            private static int Help(int number) => number;

            private static void Finish(ref Dynptr ptr) {{finish}}

            {{members}}
        }
        """;
}
