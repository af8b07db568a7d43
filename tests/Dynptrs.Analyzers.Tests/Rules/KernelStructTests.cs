using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Fields of structs of the kernel's, whatever these are called.</summary>
public sealed class KernelStructTests
{
    private static string Compose(string section, string parameters, string body) => $$"""
        #nullable enable
        using Dynptrs;

        [KernelStruct("lamp")]
        public sealed class Lamp
        {
            public int Watts { get; set; }
            public bool IsOn => Watts > 0;
        }

        [KernelStruct("timer")]
        public sealed class Timer
        {
            public int Ticks { get; set; }
            public Lamp? Plain { get; init; }
            [KernelField(Trust = PointerTrust.Trusted)] public Lamp Trusted { get; init; } = null!;
            [KernelField(Trust = PointerTrust.TrustedOrNull)] public Lamp? Perhaps { get; init; }
            [KernelField(Trust = PointerTrust.Rcu)] public Lamp Kept { get; init; } = null!;
            [KernelField(Trust = PointerTrust.RcuOrNull)] public Lamp? KeptPerhaps { get; init; }
            [KernelField(Trust = PointerTrust.Trusted)] public Timer Next { get; init; } = null!;
        }

        [KernelStruct("timer___copied", IsProbed = true)]
        public sealed class Copied
        {
            public int Ticks { get; init; }
            [KernelField(Trust = PointerTrust.Trusted)] public Lamp Trusted { get; init; } = null!;
        }

        [Region(KeepsObjects = true)]
        public static class Shelter
        {
            [EntersRegion(typeof(Shelter))] [BpfHelper("enter", Summary = "Enters.")] public static void Enter() { }
            [LeavesRegion(typeof(Shelter))] [BpfHelper("leave", Summary = "Leaves.")] public static void Leave() { }
        }

        internal static class Kernel
        {
            [BpfHelper("light", Summary = "Switches a lamp on.")] public static void Light([Trusted] Lamp lamp) { }
            [BpfHelper("show", Summary = "Shows a lamp.")] public static void Show([Trusted(OrRcu = true)] Lamp lamp) { }
            [return: SameAs("timer")] public static T As<T>(Timer timer) where T : class => (T)(object)timer;
            [return: SameAs("address")] public static T At<T>(nuint address) where T : class, new() => new();
            [BpfHelper("cast", Arguments = ["address", "typeof return"], Summary = "Casts.")]
            [return: Untrusted] public static T Cast<T>(nuint address) where T : class, new() => new();
        }

        public static class Programs
        {
            private static int Sum;

            [BpfProgram("{{section}}")]
            public static int Run({{parameters}}) { {{body}} return 0; }

            public static void Host(Timer timer) { timer.Ticks = 1; Kernel.Light(timer.Plain!); Sum = Kernel.As<Copied>(timer).Ticks; }
        }
        """;

    [Theory]
    [InlineData("Sum = timer.Ticks;")]
    [InlineData("{|DYN023:timer.Ticks = 1|};")]
    [InlineData("{|DYN023:timer.Ticks++|};")]
    [InlineData("{|DYN023:timer.Plain!.Watts = 1|};")]
    [InlineData("if (timer.Trusted.IsOn) Sum = 1;")]
    public Task Fields_are_read_only(string body) => Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("Kernel.Light(timer.Trusted);")]
    [InlineData("Kernel.Light(timer.Next.Next.Trusted);")]
    [InlineData("Kernel.Light({|DYN020:timer.Plain|}!);")]
    [InlineData("Kernel.Show({|DYN020:timer.Plain|}!);")]
    [InlineData("Kernel.Light({|DYN020:timer.Kept|});")]
    [InlineData("Kernel.Show(timer.Kept);")]
    [InlineData("Kernel.Show(timer.Trusted);")]
    [InlineData("var lamp = timer.Trusted; Kernel.Light(lamp); Kernel.Light(lamp);")]
    public Task Trust_is_what_the_field_says(string body) => Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("Sum = timer.Plain!.Watts;")]
    [InlineData("Sum = {|DYN006:timer.Perhaps|}!.Watts;")]
    [InlineData("Sum = {|DYN006:timer.KeptPerhaps|}!.Watts;")]
    [InlineData("if (timer.Perhaps is { } lamp) Kernel.Light(lamp);")]
    [InlineData("Kernel.Light({|DYN006:timer.Perhaps|}!);")]
    [InlineData("var lamp = timer.KeptPerhaps; if (lamp == null) return 0; Kernel.Show(lamp); Kernel.Light({|DYN020:lamp|});")]
    [InlineData("if (timer is { KeptPerhaps.Watts: var watts }) Sum = watts;")]
    [InlineData("var lamp = timer.Plain; if (lamp is null) return 0; Sum = lamp.Watts;")]
    public Task Null_is_what_the_field_says(string body) => Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("Sum = timer.Ticks + timer.Trusted.Watts + timer.Perhaps!.Watts;")]
    [InlineData("Kernel.Light({|DYN020:timer.Trusted|});")]
    [InlineData("Kernel.Show({|DYN020:timer.Next.Kept|});")]
    public Task What_a_function_was_called_with_is_not_trusted(string body) => Verify("fentry/tick", "Timer timer", body);

    [Theory]
    [InlineData("Kernel.Show({|DYN020:timer.Kept|});")]
    [InlineData("Kernel.Show(timer.Trusted);")]
    [InlineData("Sum = timer.KeptPerhaps!.Watts;")]
    [InlineData("Shelter.Enter(); Kernel.Show(timer.Kept); Shelter.Leave();")]
    [InlineData("Shelter.Enter(); Sum = {|DYN006:timer.KeptPerhaps|}!.Watts; Shelter.Leave();")]
    [InlineData("Shelter.Enter(); var lamp = timer.Kept; Shelter.Leave(); Sum = lamp.Watts;")]
    [InlineData("Shelter.Enter(); var lamp = timer.Kept; Shelter.Leave(); Kernel.Show({|DYN020:lamp|});")]
    [InlineData("Shelter.Enter(); var lamp = timer.Trusted; Shelter.Leave(); Kernel.Show(lamp);")]
    public Task A_program_that_sleeps_keeps_objects_in_a_region_only(string body) => Verify("lsm.s/file_open", "Timer timer", body);

    [Theory]
    [InlineData("Sum = Kernel.As<Copied>(timer).Ticks;")]
    [InlineData("Sum = {|DYN032:Kernel.As<Lamp>(timer)|}.Watts;")]
    [InlineData("Kernel.Light(Kernel.As<Timer>(timer).Trusted);")]
    [InlineData("Kernel.Light({|DYN020:Kernel.As<Copied>(timer).Trusted|});")]
    [InlineData("Sum = {|DYN032:Kernel.At<Timer>(16)|}.Ticks;")]
    [InlineData("Sum = Kernel.At<Copied>(16).Ticks;")]
    [InlineData("Sum = Kernel.Cast<Timer>(16).Next.Ticks;")]
    [InlineData("Kernel.Light({|DYN020:Kernel.Cast<Lamp>(16)|});")]
    [InlineData("{|DYN023:Kernel.Cast<Lamp>(16).Watts = 1|};")]
    public Task Objects_are_taken_for_what_they_are(string body) => Verify("tp_btf/tick", "Timer timer", body);

    [Theory]
    [InlineData("var lamp = {|DYN032:new Lamp { Watts = 3 }|}; Sum = lamp.Watts;")]
    public Task Programs_make_none(string body) => Verify("tp_btf/tick", "Timer timer", body);

    private static Task Verify(string section, string parameters, string body) => AnalyzerTest.Verify(Compose(section, parameters, body));
}
