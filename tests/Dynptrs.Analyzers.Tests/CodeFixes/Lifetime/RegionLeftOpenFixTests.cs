using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

/// <summary>DYN017: the call that leaves is put before the exits on which it is missing.</summary>
public sealed class RegionLeftOpenFixTests
{
    [Fact]
    public Task Leaves_before_each_exit_with_what_stands_beside_what_enters() => FixTest<RegionLeftOpenFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            public static int Run(int n)
            {
                RcuReadSection.Enter();
                if (n > 3)
                    {|DYN017:return 1;|}
                if (n > 2)
                    return n + 1;
                RcuReadSection.Exit();
                return 0;
            }

            public static void Other()
            {
                Preemption.Disable();
            {|DYN017:}|}
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            public static int Run(int n)
            {
                RcuReadSection.Enter();
                if (n > 3)
                {
                    RcuReadSection.Exit();
                    return 1;
                }

                if (n > 2)
                {
                    var result = n + 1;
                    RcuReadSection.Exit();
                    return result;
                }

                RcuReadSection.Exit();
                return 0;
            }

            public static void Other()
            {
                Preemption.Disable();
                Preemption.Enable();
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Gives_the_lock_back_that_was_taken() => FixTest<RegionLeftOpenFix>.Verify(
        """
        using Dynptrs;
        using static Bpf;

        public struct Value { public BpfSpinLock Lock; public int Count; }

        public static class Programs
        {
            private static readonly HashMap<int, Value> Map = new(4);

            [BpfProgram("tc")]
            public static int Run(SkBuff skb)
            {
                var value = Map.Lookup(1);
                if (!value)
                    return 0;
                value.Value.Lock.Enter();
                if (value.Value.Count == 0)
                    {|DYN017:return 1;|}
                value.Value.Count--;
                value.Value.Lock.Exit();
                return 0;
            }

            [BpfProgram("tc")]
            public static int Stubs(SkBuff skb)
            {
                var value = Map.Lookup(1);
                if (!value)
                    return 0;
                bpf_spin_lock(ref value.Value.Lock);
                value.Value.Count--;
                {|DYN017:return 0;|}
            }
        }

        internal static class Bpf
        {
            [BpfHelper("bpf_spin_lock")]
            public static void bpf_spin_lock([MapMemory, EntersRegion(typeof(BpfSpinLock))] ref BpfSpinLock held) => held.Enter();
            [BpfHelper("bpf_spin_unlock")]
            public static void bpf_spin_unlock([MapMemory, LeavesRegion(typeof(BpfSpinLock))] ref BpfSpinLock held) => held.Exit();
        }
        """,
        """
        using Dynptrs;
        using static Bpf;

        public struct Value { public BpfSpinLock Lock; public int Count; }

        public static class Programs
        {
            private static readonly HashMap<int, Value> Map = new(4);

            [BpfProgram("tc")]
            public static int Run(SkBuff skb)
            {
                var value = Map.Lookup(1);
                if (!value)
                    return 0;
                value.Value.Lock.Enter();
                if (value.Value.Count == 0)
                {
                    value.Value.Lock.Exit();
                    return 1;
                }

                value.Value.Count--;
                value.Value.Lock.Exit();
                return 0;
            }

            [BpfProgram("tc")]
            public static int Stubs(SkBuff skb)
            {
                var value = Map.Lookup(1);
                if (!value)
                    return 0;
                bpf_spin_lock(ref value.Value.Lock);
                value.Value.Count--;
                bpf_spin_unlock(ref value.Value.Lock);
                return 0;
            }
        }

        internal static class Bpf
        {
            [BpfHelper("bpf_spin_lock")]
            public static void bpf_spin_lock([MapMemory, EntersRegion(typeof(BpfSpinLock))] ref BpfSpinLock held) => held.Enter();
            [BpfHelper("bpf_spin_unlock")]
            public static void bpf_spin_unlock([MapMemory, LeavesRegion(typeof(BpfSpinLock))] ref BpfSpinLock held) => held.Exit();
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_where_what_is_left_is_not_open() => FixTest<RegionLeftOpenFix>.VerifyNotOffered(
        """
        using Dynptrs;

        public static class Probe
        {
            public static void Run() => {|DYN017:RcuReadSection.Exit()|};
        }
        """);
}
