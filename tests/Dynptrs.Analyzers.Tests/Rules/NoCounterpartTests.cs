using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>DYN032: what C# has and BPF has not, in program code and in host code.</summary>
public sealed class NoCounterpartTests
{
    /// <summary>What a program may not do, each as statements of its own.</summary>
    public static TheoryData<string> Refused => new(
    [
        // The heap
        "var a = {|DYN032:new object()|};",
        "var a = {|DYN032:new byte[4]|}; Use(a[0]);",
        "byte[] a = {|DYN032:[1, 2]|}; Use(a.Length);",
        "var a = {|DYN032:new List<int> { 1 }|}; a.Add(1); Use(a.Count);",
        "var a = {|DYN032:new { Number = 1 }|}; Use(a.Number);",
        "object a = {|DYN032:s_number|};",
        "int[,] a = {|DYN032:new int[1, 1]|};",
        "Use({|DYN032:s_array|}.Length);",
        "{|DYN032:s_text|} = null;",
        "Span<byte> a = {|DYN032:stackalloc byte[s_number & 7]|}; a[0] = 1;",

        // Strings
        "var a = {|DYN032:\"text\"|};",
        "var a = {|DYN032:$\"{s_number}\"|};",
        "var a = {|DYN032:\"a\" + s_number|};",
        "var a = {|DYN032:s_number.ToString()|};",

        // Numbers that are not integers
        "double a = {|DYN032:s_number * 1.5|}; Use((int)a);",
        "var a = {|DYN032:1.5m|}; Use((int)(a + 1));",
        "Use({|DYN032:(int)Math.Sqrt(s_number)|});",
        "float a = {|DYN032:s_number|}; a += 1;",

        // Exceptions
        "{|DYN032:throw new InvalidOperationException(\"no\");|}",
        "{|DYN032:try|} { Use(1); } catch (Exception e) when (e.Message == \"\") { Use(2); }",
        "{|DYN032:try|} { {|DYN032:try|} { Use(1); } catch (InvalidOperationException) { } } catch { }",
        "Use(s_number > 0 ? 1 : {|DYN032:throw new Exception()|});",
        "Use({|DYN032:s_number switch { 1 => 2, 2 => 3 }|});",

        // Delegates, and calls that are decided later
        "int local = s_number; Func<int> a = {|DYN032:() => local|}; Use(a());",
        "Func<string> a = {|DYN032:s_number.ToString|};",
        "dynamic a = {|DYN032:1|}; Use(a.B);",
        "Use({|DYN032:shape.Area()|});",
        "Use({|DYN032:shape.Sides|});",
        "IShape other = shape; Use({|DYN032:other.Area()|});",
        "var a = {|DYN032:(Square)shape|}; Use(a.Exact());",
        "if ({|DYN032:shape is Square|}) Use(1);",
        "if ({|DYN032:shape as Square|} == null) Use(1);",

        // Values that may be missing
        "int? a = {|DYN032:s_number|}; if (a.HasValue) Use(a.Value);",

        // Libraries
        "{|DYN032:Console.WriteLine(\"text\", 1, 2.5)|};",
        "Use({|DYN032:Environment.TickCount|});",
        "lock ({|DYN032:s_shared|}) { Use(1); }",
        "foreach (var a in {|DYN032:s_list|}) Use(a);",

        // Arithmetic that throws
        "Use(checked({|DYN032:s_number + 1|}));",
        "checked { {|DYN032:s_number++|}; }",
    ]);

    /// <summary>What a program may do.</summary>
    public static TheoryData<string> Accepted => new(
    [
        "Span<byte> a = stackalloc byte[16]; a.Clear(); a[3] = 1; Use(a[3] + a.Length);",
        "Span<int> a = stackalloc int[] { 1, 2, 3 }; foreach (var b in a) Use(b);",
        "Span<int> a = [1, 2, 3]; Use(a[2]);",
        "ReadOnlySpan<byte> a = \"text\"u8; Use(a[0]);",
        "Use(BpfString.Compare(\"text\"u8, \"tex\"u8));",
        "Post.Print(\"text %d\", 1); const string format = \"text\"; Post.Print(format, 2);",
        "var a = (First: 1, Second: 2L); (int, long) b = a; if (a == b && a != (2, 3L)) Use(a.First); (long, long) c = b; Use((int)c.Item1);",
        "(int a, int b) = (s_number, 2); (a, b) = (b, a); Use(a + b);",
        "Use(s_number switch { < 0 => -1, 0 or 1 => 0, > 10 and < 20 => 1, _ => 2 });",
        "if (s_number is > 1 and not 5) Use(1);",
        "if ((s_number, 2) is (1, 2)) Use(1);",
        "ReadOnlySpan<byte> a = \"text\"u8; if (a is [(byte)'t', .., (byte)'t']) Use(1);",
        "ReadOnlySpan<byte> a = \"text\"u8; if (a is [_, var b, .. var rest]) Use(b + rest.Length);",
        "if (new Point(1, 2) is (1, _)) Use(1);",
        "var a = new Point(1, 2); var (x, y) = a; a = a with { X = 3 }; Use(x + y + a.X + a.Sum);",
        "var a = new Record(1, 2); Use(a.X); if (a is { X: 1, Y: > 0 }) Use(2);",
        "int local = 1; Add(2); Use(local); void Add(int n) => local += n;",
        "Use(BpfLoop.Run(4, static index => index > 2 ? 1 : 0)); int sum = 0; BpfLoop.Run(4, Count, ref sum);",
        "Func<int, int> a = static n => n + 1; Use(a(1));",
        "for (int i = 0; i < 4; i++) { if (i == 2) continue; s_bytes[i] = (byte)i; } s_point.X = 1; Total += 2; s_count++;",
        "Use(Counters.Lookup(0).IsNull ? 0 : 1);",
        "MapValue<int> a = Counters.Lookup(1); if (!a.IsNull) a.Value++;",
        "Use(Math.Min(s_number, 4) + Math.Max(1, s_number) + Math.Abs(s_number) + Math.Clamp(s_number, 1, 3));",
        "Interlocked.Increment(ref s_number); Use(Interlocked.Add(ref s_number, 2) + Interlocked.Exchange(ref s_number, 1) + Interlocked.CompareExchange(ref s_number, 1, 2) + Volatile.Read(ref s_number)); Volatile.Write(ref s_number, 1);",
        "Use((int)BitOperations.RotateLeft((uint)s_number, 3) + IPAddress.HostToNetworkOrder(s_number) + BinaryPrimitives.ReverseEndianness(s_number));",
        "Use(Color.Red.HasFlag(Color.None) ? (int)Color.Red : sizeof(long));",
        "int n = 1; nuint a = (nuint)(&n) + 2; nuint b = (nuint)Unsafe.AsPointer(ref s_number); Use(a > b ? 1 : 0);",
        "int n = 1; int* p = &n; Use(*p); Unsafe.SkipInit(out long c); c = Unsafe.SizeOf<long>(); Use((int)c);",
        "using (new Guard(1)) { Use(1); }",
        "Use(ctx.Weight + (ctx is null ? 1 : 0));",
        "ref int a = ref s_number; a = 1; Use(Inner.Twice(a) + Generic(a) + Overloads.Of(1));",
        "goto end; end: Use(1);",
    ]);

    [Theory]
    [MemberData(nameof(Refused))]
    public Task A_program_may_not(string statements) => Verify("[BpfProgram(\"tc\")]", statements);

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Host_code_may(string statements) => Verify("", Unmarked(statements));

    [Theory]
    [MemberData(nameof(Accepted))]
    public Task A_program_may(string statements) => Verify("[BpfProgram(\"tc\")]", statements);

    [Fact]
    public Task The_same_method_is_held_to_it_only_where_a_program_reaches_it() => Helpers.Verify(
        """
        [BpfProgram("tc")]
        public static int Run(Parcel ctx) => Reached(1);

        public static int Host() => Reached(1) + NotReached(1);

        private static int Reached(int number) => {|DYN032:new byte[4]|}.Length + number;

        private static int NotReached(int number) => new byte[4].Length + number;
        """);

    [Fact]
    public Task A_mistake_in_another_type_stands_at_the_call() => Helpers.VerifyWith(
        """
        public static class Other
        {
            public static int Reached(int number) => new byte[4].Length + number;
        }
        """,
        """
        [BpfProgram("tc")]
        public static int Run(Parcel ctx) => {|DYN032:Other.Reached(1)|};

        [BpfProgram("tc")]
        public static int RunToo(Parcel ctx) => Other.Reached(1);

        public static int Host() => Other.Reached(1);
        """);

    [Fact]
    public Task A_callback_and_the_body_of_a_method_with_a_contract_are_program_code() => Helpers.Verify(
        """
        [BpfProgram("tc")]
        public static int Run(Parcel ctx) => Sized(1) + BpfLoop.Run(4, static index => {|DYN032:new byte[1]|}.Length);

        private static int Sized([ConstantSize] int size) => {|DYN032:new byte[4]|}.Length + size;

        private static int Other([ConstantSize] int size) => new byte[4].Length + size;
        """);

    [Fact]
    public Task Methods_that_are_left_and_resumed_are_no_program_code() => Helpers.Verify(
        """
        [BpfProgram("tc")]
        public static int Run(Parcel ctx)
        {
            Wait();
            foreach (var number in {|DYN032:Numbers()|})
                Post.Sort(number);
            return 0;
        }

        private static async {|DYN032:System.Threading.Tasks.Task|} Wait() => {|DYN032:await System.Threading.Tasks.Task.Yield()|};

        private static System.Collections.Generic.IEnumerable<int> Numbers()
        {
            {|DYN032:yield return 1;|}
        }
        """);

    [Theory]
    [InlineData(
        "var a = new List<int>();",
        "`new List<int>()` is an object on the heap, and BPF programs have no heap: use a local struct, stackalloc, a map, or a static field of an unmanaged type")]
    [InlineData(
        "try { Use(1); } catch { }",
        "`try { Use(1); } catch { }` is an exception handler, and BPF programs have no exceptions: test what may fail, and return an error number")]
    [InlineData(
        "var a = $\"{s_number}\";",
        "`$\"{s_number}\"` is an interpolated string, and BPF programs have no strings: use bytes, such as a u8 literal or a span")]
    [InlineData(
        "double a = s_number * 1.5;",
        "`s_number * 1.5` is a floating-point number, and BPF programs compute with integers only: use an integer of a smaller unit")]
    [InlineData(
        "Use(Environment.TickCount);",
        "`TickCount` is a call into the library System.Runtime, and has neither a contract nor a body here that could be verified: call a helper, or write the method in this project")]
    [InlineData(
        "Use(shape.Area());",
        "`Area` is a virtual call, and BPF programs know their calls when they are loaded: call a static method, or one of a struct or a sealed class")]
    [InlineData(
        "Use(s_array.Length);",
        "`s_array` is a static field of a managed type, which BPF programs cannot reach: use a map in a static readonly field, or a static field of an unmanaged type")]
    public async Task The_message_names_the_construct_and_what_to_use_instead(string statements, string message) =>
        Assert.Equal(
            [message],
            (await AnalyzerTest.GetDiagnostics(Compose("[BpfProgram(\"tc\")]", statements))).Select(diagnostic => diagnostic.GetMessage()));

    private static Task Verify(string attribute, string statements) => AnalyzerTest.Verify(Compose(attribute, statements));

    private static string Unmarked(string statements) => statements.Replace("{|DYN032:", "").Replace("|}", "");

    private static string Compose(string attribute, string statements) =>
        $$"""
        using System;
        using System.Buffers.Binary;
        using System.Collections.Generic;
        using System.Net;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using Dynptrs;

        [Flags] public enum Color { None, Red }
        public record struct Record(int X, int Y);
        public struct Point
        {
            public int X;
            private int _y;
            public Point(int x, int y) => (X, _y) = (x, y);
            public readonly int Sum => X + _y;
            public readonly void Deconstruct(out int x, out int y) => (x, y) = (X, _y);
        }

        [InlineArray(4)] public struct Bytes { private byte _first; }
        public ref struct Guard(int number) { public void Dispose() => Programs.Total += number; }
        public interface IShape { int Area(); }
        public class Shape : IShape { public virtual int Area() => 0; public virtual int Sides => 0; }
        public class Square : Shape { public int Exact() => 4; }
        public static class Overloads { public static int Of(params ReadOnlySpan<int> numbers) => numbers.Length; }
        public sealed class Context { [KernelField] public int Weight => throw null!; }
        public static class Post { [BpfHelper("bpf_printk")] public static int Print(string format, int value) => throw null!; }

        public static unsafe class Programs
        {
            private static readonly ArrayMap<int> Counters = new(4);
            private static readonly object s_shared = new();
            private static readonly List<int> s_list = [];
            private static int s_number;
            internal static long Total;
            private static int s_count { get; set; }
            private static byte[] s_array = [];
            private static string? s_text;
            private static Bytes s_bytes;
            private static Point s_point;

            {{attribute}}
            public static int Run(Context ctx, Shape shape)
            {
                {{statements}}
                return 0;
            }

            private static void Use(int number) => Total += number;

            private static int Count(uint index, ref int sum) => (sum += (int)index) > 100 ? 1 : 0;

            private static T Generic<T>(T value) where T : unmanaged => value;

            private static class Inner { public static int Twice(int number) => number * 2; }
        }
        """;
}
