using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>The programs that take the verifier longest, of all that people and the fuzzer came up with.</summary>
internal static class WorstPrograms
{
    private const string WriteCounter = """
        bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
        long value = i;
        bpf_dynptr_write(ptr, 0, in value, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        """;

    public static IEnumerable<(string Name, string Source)> All()
    {
        yield return ("a record in each of 1,000 rounds", Loop("for (int i = 0; i < 1_000; i++)", WriteCounter));
        yield return ("a record in each of 10,000 rounds", Loop("for (int i = 0; i < 10_000; i++)", WriteCounter));
        yield return ("a record in each of 30,000 rounds", Loop("for (int i = 0; i < 30_000; i++)", WriteCounter));
        yield return ("10,000 rounds that may be left", Loop("for (int i = 0; i < 10_000; i++)", WriteCounter + "if (sum == 5) break;"));
        yield return ("10,000 rounds of a flag", Body($$"""
            bool goes = true;
            int i = 0;
            while (goes)
            {
                {{WriteCounter}}
                if (++i == 10_000)
                    goes = false;
            }
            """));
        yield return ("counts down from what is unknown", Loop("for (uint i = (uint)number; i > 0; i--)", WriteCounter));
        yield return ("the greatest common divisor", Body("""
            ulong a = number, b = number >> 7;
            while (b != 0)
                (a, b) = (b, a % b);
            sum += (long)a;
            """));
        yield return ("bits that are cleared one by one", Body("while (number != 0) { number &= number - 1; sum++; }"));
        yield return ("a counter beside an iterator", Body("""
            int c = 0;
            foreach (int i in BpfLoop.Range(0, 100))
            {
                if (c == 10)
                    sum++;
                c++;
            }
            """));
        yield return ("a counter in some rounds of an iterator", Body("""
            Span<byte> bytes = stackalloc byte[64];
            uint c = 0;
            foreach (int i in BpfLoop.Range(0, 100))
            {
                if ((bpf_get_prandom_u32() & 1) != 0)
                    c++;
                bytes[(int)(c & 63)]++;
            }
            """));
        yield return ("three loops in each other, to bounds that are unknown", Body("""
            for (uint i = 0; i < (number & 31); i++)
                for (uint j = 0; j < ((number >> 8) & 31); j++)
                    for (uint k = 0; k < ((number >> 16) & 31); k++)
                        sum += i + j + k;
            """));
        yield return ("a machine of 20 states, 400 rounds", Body($$"""
            int state = 0;
            for (int i = 0; i < 400; i++)
            {
                byte read = (byte)(number >> (i & 31));
                switch (state)
                {
                    {{Lines(20, i => $"case {i}: state = read == {i} ? {(i * 7) % 20} : {(i + 1) % 20}; break;")}}
                }
            }
            sum += state;
            """));
        yield return ("options of a packet, each of its own length", Body("""
            Span<byte> bytes = stackalloc byte[64];
            bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
            bpf_dynptr_read(bytes, ptr, 0, 0);
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            int at = 0;
            for (int i = 0; i < 40; i++)
            {
                if (at >= 62)
                    break;
                byte kind = bytes[at];
                if (kind == 0)
                    break;
                if (kind == 1) { at++; continue; }
                byte length = bytes[at + 1];
                if (length < 2 || length > 10)
                    break;
                if (kind == 8 && length == 10)
                    sum += length;
                at += length;
            }
            """));
        yield return ("400 branches on numbers, then a leak behind one", Body($$"""
            int n = 0;
            {{Lines(400, i => $"if ((number & {1UL << (i % 64)}UL) != 0) n += {i + 1}; else n ^= {i};")}}
            bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
            if (n == 77)
                return 0;
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            """));
        yield return ("400 branches on numbers, then an access that they decide", Body($$"""
            Span<byte> bytes = stackalloc byte[64];
            uint n = 0;
            {{Lines(400, i => $"if ((number & {1UL << (i % 64)}UL) != 0) n += 1;")}}
            bytes[(int)n] = 1;
            """));
        yield return ("an access out of bounds in a loop, behind a loop", Body($$"""
            Span<byte> bytes = stackalloc byte[64];
            {{Loops(2, 100, "sum += i0;")}}
            for (int i = 0; i < 100; i++)
                bytes[i] = (byte)sum;
            """));
        yield return ("a release too many behind two loops", Body($$"""
            bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
            {{Loops(2, 100, "bpf_dynptr_write(ptr, 0, i0, 0); if (sum == i1) break; sum += i0 * i1;")}}
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            """));
        yield return ("24 dynptrs at once, and branches", Body($$"""
            {{Lines(24, i => $"bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr p{i}); if (bpf_dynptr_write(p{i}, 0, sum, 0) != 0) sum++;")}}
            {{Lines(24, i => $"bpf_ringbuf_submit_dynptr(ref p{i}, 0);")}}
            """));
        yield return ("calls of calls: 4 to the 7th", Body(
            "sum += F0((int)number);",
            Lines(7, i => $"private static int F{i}(int n) => F{i + 1}(n + 1) + F{i + 1}(n ^ 3) + F{i + 1}(n & 7) + F{i + 1}(n >> 1);")
                + "private static int F7(int n) => n > 5 ? n : 5;"));
        yield return ("calls of calls without a branch: 3 to the 9th", Body(
            "sum += H0((int)number);",
            Lines(9, i => $"private static int H{i}(int n) => H{i + 1}(n + 1) + H{i + 1}(n ^ 3) + H{i + 1}(n & 7);")
                + "private static int H9(int n) => n ^ 5;"));
        yield return ("100 methods that call each other in a ring", Body(
            "sum += G0((int)number);", Lines(100, i => $"private static int G{i}(int n) => n > {i} ? G{(i + 1) % 100}(n - 1) : n;")));
        yield return ("callbacks in callbacks", Body(
            "bpf_loop(1000, First, ref sum, 0);",
            """
            private static int First(uint index, ref long sum)
            {
                bpf_loop(1000, Second, ref sum, 0);
                return sum > 7 ? 1 : 0;
            }

            private static int Second(uint index, ref long sum)
            {
                for (int i = 0; i < 100; i++)
                    sum += i;
                return sum > 5 ? 1 : 0;
            }
            """));
        yield return ("1,000 lines: slices that may be null, and branches", Body(Lines(125, i => $$"""
            {
                bpf_ringbuf_reserve_dynptr(Ring, 64, 0, out Dynptr ptr);
                Slice<long> data = bpf_dynptr_data<long>(ptr, 0);
                if (data && number > {{i}})
                    data.Value = {{i}};
                else
                    number -= 1;
                bpf_ringbuf_submit_dynptr(ref ptr, 0);
            }
            """)));
    }

    private static string Loop(string head, string body) => Body($"{head}\n{{\n{body}\n}}");

    private static string Loops(int depth, int rounds, string body) =>
        string.Concat(Enumerable.Range(0, depth).Select(i => $"for (int i{i} = 0; i{i} < {rounds}; i{i}++) ")) + "{" + body + "}";

    private static string Lines(int count, Func<int, string> line) => string.Join("\n", Enumerable.Range(0, count).Select(line)) + "\n";

    private static string Body(string body, string members = "") => ProgramSource.Program(body, members);
}
