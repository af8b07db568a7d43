using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What a program is given, and objects wherever they go: lent, held, perhaps null, not trusted, or gone.</summary>
public sealed class GivenObjectTests
{
    private static string Compose(string section, string parameters, string body) => $$"""
        #nullable enable
        using Dynptrs;

        [KernelObject("struct timer", IsRcuProtected = true)]
        public sealed class Timer
        {
            [KernelField] public Timer? Next { [return: MayBeNull] get => null; }
            [KernelField] public Lamp Lamp => new();
        }

        [KernelObject("struct lamp")]
        public sealed class Lamp;

        public struct Pair { public Timer? First; public Timer? Second; }

        internal static class Kernel
        {
            [BpfHelper("current", Summary = "Gives the current timer.")]
            public static Timer Current => new();

            [BpfHelper("take", Summary = "Takes a timer.")]
            [return: Acquires("timer"), MayBeNull] public static Timer? Take(int id) => null;
            [BpfHelper("put", Summary = "Gives a timer back.")]
            public static void Put([Trusted, Releases("timer")] Timer timer) { }
            [BpfHelper("use", Summary = "Uses a timer.")]
            public static void Use([Trusted] Timer timer) { }
            [BpfHelper("light", Summary = "Switches a lamp on.")]
            public static void Light([Trusted] Lamp lamp) { }
            [BpfHelper("drop", Summary = "Drops a packet.")]
            public static void Drop([Trusted, Releases("struct sk_buff")] SkBuff packet) { }
        }

        public static class Programs
        {
            [BpfProgram("{{section}}")]
            public static int Run({{parameters}}) { {{body}} }

            private static void Put(Timer? timer) { if (timer is not null) Kernel.Put(timer); }
        }
        """;

    [Theory]
    [InlineData("Kernel.Use(timer); return 0;")]
    [InlineData("Kernel.Use(Kernel.Current); return 0;")]
    [InlineData("Kernel.Put({|DYN002:timer|}); Kernel.Put(timer); return 0;")]
    [InlineData("var same = timer; Kernel.Put({|DYN002:same|}); Kernel.Use(timer); return 0;")]
    [InlineData("Kernel.Put({|DYN002:Kernel.Current|}); return 0;")]
    [InlineData("Pair pair = default; pair.First = timer; Kernel.Put({|DYN002:pair.First|}); return 0;")]
    public Task An_object_is_lent_to_a_program(string body) => Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("Kernel.Use({|DYN020:timer|}); Kernel.Use(timer); return 0;")]
    [InlineData("Kernel.Use(Kernel.Current); return 0;")]
    public Task What_a_traced_function_is_called_with_is_not_trusted(string body) => Verify("fentry/tick", "Timer timer", body);

    [Theory]
    [InlineData("Kernel.Light({|DYN020:timer.Lamp|}); return 0;")]
    [InlineData("var lamp = timer.Lamp; Kernel.Light({|DYN020:lamp|}); Kernel.Light(lamp); return 0;")]
    [InlineData("var next = timer.Next; if (next is not null) Kernel.Use(next); return 0;")]
    [InlineData("Kernel.Use({|DYN006:timer.Next|}!); return 0;")]
    [InlineData("var next = timer.Next; if (next is not null) Kernel.Put({|DYN002:next|}); return 0;")]
    public Task What_is_read_out_of_an_object_is_trusted_where_the_kernel_keeps_it(string body) =>
        Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("Kernel.Use({|DYN006:timer|}!); return 0;")]
    [InlineData("if (timer is not null) Kernel.Use(timer); return 0;")]
    public Task What_is_written_as_nullable_may_be_null(string body) => Verify("tp_btf/tick", "Timer? timer", body);

    [Theory]
    [InlineData("tp_btf/sched_pi_setprio", "Kernel.Use({|DYN006:timer|}); return 0;")]
    [InlineData("tp_btf/sched_pi_setprio", "Kernel.Use(other); return 0;")]
    [InlineData("tp_btf/sched_switch", "Kernel.Use(timer); return 0;")]
    public Task Some_tracepoints_give_null(string section, string body) => Verify(section, "Timer other, Timer timer", body);

    [Theory]
    [InlineData("Kernel.Drop(packet); return 0;")]
    [InlineData("packet.ToDynptr(out _); Kernel.Drop(packet); return 0;")]
    [InlineData("{|DYN001:return 0;|}")]
    [InlineData("Kernel.Drop(packet); Kernel.Drop({|DYN002:packet|}); return 0;")]
    [InlineData("Kernel.Drop(packet); return (int){|DYN003:packet|}.Length;")]
    [InlineData("packet.ToDynptr(out var data); Kernel.Drop(packet); return (int){|DYN003:data|}.Size;")]
    public Task A_queue_is_given_its_packet_to_keep(string body) => Verify("struct_ops/enqueue", "SkBuff packet", body);

    [Theory]
    [InlineData("var t = Kernel.Take(1); t = {|DYN004:Kernel.Take(2)|}; if (t is not null) Kernel.Put(t); return 0;")]
    [InlineData("var t = Kernel.Take(1); var u = t; t = null; if (u is not null) Kernel.Put(u); return 0;")]
    [InlineData("Pair p = default; p.First = Kernel.Take(1); p = {|DYN004:default|}; return 0;")]
    [InlineData("Pair p = new() { First = Kernel.Take(1) }; p = new() { Second = p.First }; Put(p.Second); return 0;")]
    public Task A_held_object_is_lost_where_its_last_holder_is_overwritten(string body) => Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { var t = Kernel.Take(i); if (t is null) continue; {|DYN001:}|} return 0;")]
    [InlineData("for (var i = 0; i < 3; i++) { var t = Kernel.Take(i); if (t is null) continue; Kernel.Put(t); } return 0;")]
    [InlineData("{|DYN001:Kernel.Take(1);|} return 0;")]
    [InlineData("{|DYN001:_ = Kernel.Take(1);|} return 0;")]
    public Task A_held_object_is_lost_where_its_scope_ends(string body) => Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("var t = Kernel.Take(1); Kernel.Use({|DYN006:t|}!); Kernel.Use(t!); Kernel.Put(t!); return 0;")]
    [InlineData("var t = Kernel.Take(1); if (t is null) return 0; Kernel.Put(t); Kernel.Put({|DYN002:t|}); Kernel.Use(t); return 0;")]
    [InlineData("var t = Kernel.Take(1); if (t is null) return 0; Kernel.Put(t); Kernel.Use({|DYN003:t|}); Kernel.Put(t); return 0;")]
    [InlineData("var t = Kernel.Take(1); if (t is null) return 0; Kernel.Put({|DYN002:timer|}); return 0;")]
    public Task A_mistake_about_an_object_is_reported_once(string body) => Verify("tp_btf/tick", "Timer timer", body);

    private static Task Verify(string section, string parameters, string body) => AnalyzerTest.Verify(Compose(section, parameters, body));
}
