using System;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Regions between two calls: what leaves them open or leaves them wrongly, each beside the nearest that does not.</summary>
public sealed class RegionTests
{
    private const string Locks = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using Dynptrs;

        [Region]
        public sealed class Gate
        {
            private int _holder;

            [EntersRegion(typeof(Gate))] public void Open() => _holder = 1;
            [LeavesRegion(typeof(Gate))] public void Close() => _holder = 0;
            [NeedsRegion(typeof(Gate))] public int Count() => _holder;
            [return: Acquires("pass"), EntersRegion(typeof(Gate))] public Pass Hold() => default;
        }

        [Owner]
        public ref struct Pass { [Releases("pass")] public void Dispose() { } }

        [Region]
        public struct Latch
        {
            private int _holder;

            [EntersRegion(typeof(Latch))] public void Take() => _holder = 1;
            [LeavesRegion(typeof(Latch))] public void Give() => _holder = 0;
        }

        [Region(Nests = true)]
        public static class Quiet
        {
            [EntersRegion(typeof(Quiet))] public static void Begin() { }
            [LeavesRegion(typeof(Quiet))] public static void End() { }
        }

        [Region(LeftInOrder = true)]
        public struct Step
        {
            private int _holder;

            [EntersRegion(typeof(Step))] public void Up() => _holder = 1;
            [LeavesRegion(typeof(Step))] public void Down() => _holder = 0;
        }

        """;

    private const string Host = Locks + """
        public class Probe
        {
            private static readonly Gate First = new(), Second = new();
            private static Gate Any = new();
            private static Latch One, Two;
            private static Step Low, High;
            private Gate _gate = new();
            private Latch _latch;

            public int Run(string text, List<int> list, Gate a, Gate b, ref Latch x, ref Latch y)
            {
                BODY
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("First.Open(); First.Close();")]
    [InlineData("First.Open(); {|DYN017:First.Open()|}; First.Close(); First.Close();", "DYN018")]
    [InlineData("First.Open(); First.Close(); {|DYN017:First.Close()|};")]
    [InlineData("First.Open(); if (text.Length > 3) {|DYN017:return 1;|} First.Close();")]
    [InlineData("First.Open(); if (text.Length > 3) { First.Close(); return 1; } First.Close();")]
    [InlineData("First.Open(); if (text.Length > 3) {|DYN017:throw new ArgumentException(text);|} First.Close();")]
    [InlineData("First.Open(); try { if (text.Length > 3) throw new ArgumentException(text); } finally { First.Close(); }")]
    [InlineData("First.Open(); Second.Open(); First.Close(); Second.Close();")]
    [InlineData("First.Open(); {|DYN017:Second.Close()|};")]
    [InlineData("Any.Open(); Any.Open(); Any.Close(); Any.Close();")]
    [InlineData("a.Open(); b.Open(); a.Close(); b.Close();")]
    [InlineData("_gate.Open(); _gate.Close();")]
    [InlineData("_latch.Take(); _latch.Give();")]
    [InlineData("x.Take(); y.Take(); x.Give(); y.Give();")]
    [InlineData("x.Take(); {|DYN017:x.Take()|}; x.Give(); x.Give();", "DYN018")]
    [InlineData("One.Take(); Two.Take(); One.Give(); Two.Give();")]
    [InlineData("One.Take(); {|DYN017:Two.Give()|};")]
    [InlineData("One.Take(); ref var same = ref One; same.Give();")]
    [InlineData("Latch l = default, m = default; l.Take(); m.Take(); l.Give(); m.Give();")]
    [InlineData("Latch l = default, m = default; l.Take(); {|DYN017:m.Give()|};")]
    [InlineData("Quiet.Begin(); Quiet.Begin(); Quiet.End(); Quiet.End();")]
    [InlineData("Quiet.Begin(); Quiet.Begin(); Quiet.End(); {|DYN017:return 1;|}")]
    [InlineData("Low.Up(); High.Up(); High.Down(); Low.Down();")]
    [InlineData("Low.Up(); High.Up(); {|DYN017:Low.Down()|}; High.Down();")]
    [InlineData("foreach (var i in list) { First.Open(); if (i > 3) { First.Close(); continue; } First.Close(); }")]
    [InlineData("list.ForEach(static i => { First.Open(); First.Close(); });")]
    [InlineData("list.ForEach(static i => { First.Open(); {|DYN017:}|});")]
    [InlineData("First.Open(); list.ForEach(static i => First.Count()); First.Close();")]
    [InlineData("First.Open(); var count = First.Count(); First.Close(); return count;")]
    [InlineData("First.Open(); First.Close(); return {|DYN017:First.Count()|};", "DYN018")]
    [InlineData("using var pass = First.Hold(); return First.Count();")]
    [InlineData("using (First.Hold()) { } return {|DYN017:First.Count()|};", "DYN018")]
    [InlineData("var pass = First.Hold(); {|DYN017:return 1;|}", "DYN001")]
    public Task In_host_code(string body, string rule = "DYN017") => AnalyzerTest.Verify(
        Host.Replace("BODY", body.Replace("DYN017", rule, StringComparison.Ordinal), StringComparison.Ordinal));

    [Theory]
    [InlineData("First.Open(); {|DYN017:int.Parse(text)|}; First.Close();")]
    [InlineData("First.Open(); try { int.Parse(text); } finally { First.Close(); }")]
    [InlineData("int.Parse(text); First.Open(); First.Close(); int.Parse(text);")]
    [InlineData("try { First.Open(); int.Parse(text); First.Close(); } catch { First.Close(); throw; }")]
    public Task With_exceptions_of_others(string body) => AnalyzerTest.VerifyWithOptions(
        ProjectOptions.Parse(("/.globalconfig", "is_global = true\ndynptr.exception_paths = all\n")),
        Host.Replace("BODY", body, StringComparison.Ordinal));

    [Fact]
    public Task Contracts_of_methods_are_kept_and_believed() => AnalyzerTest.Verify(Locks + """
        public static class Probe
        {
            private static readonly Gate First = new(), Second = new();

            [EntersRegion(typeof(Gate))] public static void Open() => First.Open();

            [EntersRegion(typeof(Gate))]
            public static void OpenSometimes(bool now)
            {
                if (now)
                    First.Open();
            {|DYN041:}|}

            [EntersRegion(typeof(Gate))]
            public static void OpenTwo()
            {
                First.Open();
                Second.Open();
            {|DYN017:}|}

            [LeavesRegion(typeof(Gate))] public static void Close() => First.Close();

            [LeavesRegion(typeof(Gate))]
            public static void CloseSometimes(bool now)
            {
                if (now)
                    First.Close();
            {|DYN041:}|}

            [NeedsRegion(typeof(Gate))] public static int Count() => First.Count();

            [NeedsRegion(typeof(Gate))]
            public static int CountAndClose()
            {
                var count = First.Count();
                First.Close();
                {|DYN041:return count;|}
            }

            public static int Both()
            {
                Open();
                var count = Count();
                Close();
                return count;
            }

            public static void One()
            {
                Open();
            {|DYN017:}|}

            public static void Other() => {|DYN017:Close()|};

            public static void Silent()
            {
                First.Open();
            {|DYN017:}|}

            public static void Caller()
            {
                Silent();
                First.Close();
            }

            public static void Local()
            {
                Enter();
                Leave();
                void Enter() => First.Open();
                void Leave() => First.Close();
            }

            public static void Lock([EntersRegion(typeof(Latch))] ref Latch latch) => latch.Take();

            public static void Unlock([LeavesRegion(typeof(Latch))] ref Latch latch) => latch.Give();

            public static void Locked(ref Latch latch)
            {
                Lock(ref latch);
                Unlock(ref latch);
            }
        }
        """);

    [Fact]
    public Task In_a_program_a_lock_of_ones_own_is_a_lock() => AnalyzerTest.Verify(Locks + """
        public static class Programs
        {
            private struct Value { public Latch Latch; public int Count; }

            private static readonly HashMap<int, Value> Map = new(4);

            [BpfProgram("tc")]
            public static int Kept(SkBuff skb)
            {
                var one = Map.Lookup(1);
                var two = Map.Lookup(2);
                if (!one || !two)
                    return 0;
                one.Value.Latch.Take();
                one.Value.Count++;
                one.Value.Latch.Give();
                return 0;
            }

            [BpfProgram("tc")]
            public static int Wrapped(SkBuff skb)
            {
                var one = Map.Lookup(1);
                if (!one)
                    return 0;
                Lock(ref one.Value.Latch);
                one.Value.Count++;
                Unlock(ref one.Value.Latch);
                return 0;
            }

            private static void Lock([EntersRegion(typeof(Latch))] ref Latch latch) => latch.Take();

            private static void Unlock([LeavesRegion(typeof(Latch))] ref Latch latch) => latch.Give();

            [BpfProgram("tc")]
            public static int Lost(SkBuff skb)
            {
                var one = Map.Lookup(1);
                if (!one)
                    return 0;
                one.Value.Latch.Take();
                {|DYN017:return 0;|}
            }

            [BpfProgram("tc")]
            public static int Other(SkBuff skb)
            {
                var one = Map.Lookup(1);
                var two = Map.Lookup(2);
                if (!one || !two)
                    return 0;
                one.Value.Latch.Take();
                {|DYN017:two.Value.Latch.Give()|};
                return 0;
            }
        }
        """);

    [Fact]
    public Task Many_that_are_entered_in_rounds_are_counted() => AnalyzerTest.Verify("""
        using Dynptrs;

        public static class Programs
        {
            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int Kept(TracepointContext ctx)
            {
                for (var i = 0; i < 20; i++)
                    RcuReadSection.Enter();
                for (var i = 0; i < 20; i++)
                    RcuReadSection.Exit();
                return 0;
            }

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int OneLeft(TracepointContext ctx)
            {
                for (var i = 0; i < 20; i++)
                    RcuReadSection.Enter();
                for (var i = 0; i < 19; i++)
                    RcuReadSection.Exit();
                {|DYN017:return 0;|}
            }

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int OneTooMany(TracepointContext ctx)
            {
                for (var i = 0; i < 20; i++)
                    RcuReadSection.Enter();
                for (var i = 0; i < 21; i++)
                    {|DYN017:RcuReadSection.Exit()|};
                return 0;
            }

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int ByFlag(TracepointContext ctx)
            {
                var isOpen = 0L;
                BpfLoop.Run(1, Open, ref isOpen);
                if (isOpen != 0)
                    RcuReadSection.Exit();
                return 0;
            }

            private static int Open(uint index, ref long isOpen)
            {
                RcuReadSection.Enter();
                isOpen = 1;
                return 1;
            }

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int ByHalfAFlag(TracepointContext ctx)
            {
                var isOpen = 0;
                BpfLoop.Run(1, OpenHalf, ref isOpen);
                if (isOpen != 0)
                    RcuReadSection.Exit();
                return 0;
            }

            private static int OpenHalf(uint index, ref int isOpen)
            {
                RcuReadSection.Enter();
                isOpen = 1;
                {|DYN017:return 1;|}
            }

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int InEachRun(TracepointContext ctx)
            {
                BpfLoop.Run(1_000_000, static index => { RcuReadSection.Enter(); {|DYN017:return 0;|} });
                return 0;
            }
        }
        """);

    [Fact]
    public Task Ways_out_are_one_mistake() => AnalyzerTest.Verify("""
        using Dynptrs;

        public static class Programs
        {
            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int Run(TracepointContext ctx)
            {
                RcuReadSection.Enter();
                if (KernelRandom.NextUInt32() > 5)
                    {|DYN017:return 1;|}
                if (KernelRandom.NextUInt32() > 5)
                    return 2;
                return 0;
            }
        }
        """);
}
