using System.Text;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>Writes programs of any size.</summary>
internal static class ProgramSource
{
    private const string Leak = """
        bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr last);
        if (bpf_dynptr_write(last, 0, in sum, 0) != 0)
            return 0;
        bpf_ringbuf_submit_dynptr(ref last, 0);
        """;

    /// <summary>
    /// A program of about as many instructions: rounds of arithmetic, an access at an index that must be bounded, and a helper call.
    /// </summary>
    /// <param name="instructions">How many instructions, once lowered.</param>
    /// <param name="isBranching">Whether each round has a branch that bounds its index, instead of a mask.</param>
    public static string Rounds(int instructions, bool isBranching)
    {
        var body = new StringBuilder("""
            bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
            Slice data = bpf_dynptr_data(ptr, 0, 64);
            if (!data)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }

            """);
        const int PerRound = 10;
        for (var i = 0; i < instructions / PerRound; i++)
        {
            body.AppendLine(isBranching
                ? $"if (number < 64) data[number] = (byte)sum; sum += bpf_dynptr_write(ptr, {i % 64}, in sum, 0); number = (number >> 1) ^ {i};"
                : $"data[number & 63] = (byte)sum; sum += bpf_dynptr_write(ptr, {i % 64}, in sum, 0); number = (number >> 1) ^ {i};");
        }

        return Program(body.Append("bpf_ringbuf_submit_dynptr(ref ptr, 0);").ToString());
    }

    /// <summary>A program with branches one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="kind">What they decide on.</param>
    /// <param name="leaks">Whether the last way out keeps a record.</param>
    public static string Branches(int count, BranchKind kind, bool leaks = false)
    {
        var body = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            body.AppendLine(kind == BranchKind.Number
                ? $"if ((number & {1UL << (i % 64)}UL) != 0) sum += {i};"
                : $$"""
                {
                    bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
                    Slice<long> data = bpf_dynptr_data<long>(ptr, 0);
                    if (data)
                        data.Value = {{i}};
                    bpf_ringbuf_submit_dynptr(ref ptr, 0);
                }
                """);
        }

        return Program(body.Append(leaks ? Leak : "").ToString());
    }

    /// <summary>A program with loops in loops, each of ten iterations.</summary>
    /// <param name="depth">How many.</param>
    /// <param name="leaks">Whether a way out of the innermost keeps its record.</param>
    /// <param name="leaksAfter">Whether the last way out, after the loops, keeps a record.</param>
    public static string Loops(int depth, bool leaks = false, bool leaksAfter = false)
    {
        var body = new StringBuilder();
        for (var i = 0; i < depth; i++)
            body.AppendLine($"for (int i{i} = 0; i{i} < 10; i{i}++)");
        return Program(body.AppendLine($$"""
            {
                sum += i{{depth - 1}};
                bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
                if (bpf_dynptr_write(ptr, 0, in sum, 0) != 0)
                {
                    {{(leaks ? "" : "bpf_ringbuf_discard_dynptr(ref ptr, 0);")}}
                    return 0;
                }

                bpf_ringbuf_submit_dynptr(ref ptr, 0);
            }
            """).Append(leaksAfter ? Leak : "").ToString());
    }

    /// <summary>A file of ordinary code: classes with methods that compute, loop, and use collections.</summary>
    /// <param name="classes">How many classes of ten methods.</param>
    public static string OrdinaryCode(int classes)
    {
        var text = new StringBuilder("using System.Collections.Generic;\nusing System.Linq;\n");
        for (var i = 0; i < classes; i++)
        {
            text.AppendLine($"internal sealed class Ordinary{i}\n{{\n    private readonly Dictionary<string, List<int>> _lists = new();");
            for (var j = 0; j < 10; j++)
            {
                text.AppendLine($$"""
                        public int Method{{j}}(string name, int count)
                        {
                            if (!_lists.TryGetValue(name, out var list))
                                _lists.Add(name, list = new List<int>());
                            var sum = {{j}};
                            for (var k = 0; k < count; k++)
                            {
                                list.Add(k * {{i + 1}});
                                sum += k % 2 == 0 ? list[k] : -list.Where(item => item > k).Sum();
                            }

                            return sum switch { < 0 => -1, 0 => name.Length, _ => sum };
                        }
                    """);
            }

            text.AppendLine("}");
        }

        return text.AppendLine("internal static class Start { private static void Main() { } }").ToString();
    }

    /// <summary>A program.</summary>
    /// <param name="body">Its statements, over a <c>number</c> that is unknown and a <c>sum</c> that it returns.</param>
    /// <param name="members">Further members of its type.</param>
    public static string Program(string body, string members = "") => $$"""
        using System;
        using Dynptrs;
        using static Generated.Bpf;

        namespace Generated;

        [BpfHelpers]
        internal static partial class Bpf;

        internal static class Programs
        {
            private static readonly RingBuf Ring = new(maxEntries: 4096);

            [BpfProgram("tp/generated")]
            public static int Program(TracepointContext ctx)
            {
                ulong number = bpf_get_current_pid_tgid();
                long sum = (long)number;
                {{body}}
                return (int)sum;
            }

            {{members}}

            private static void Main()
            {
            }
        }
        """;
}
