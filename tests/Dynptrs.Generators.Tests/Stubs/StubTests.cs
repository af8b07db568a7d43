using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Tests.Stubs;

public sealed class StubTests
{
    private const string Target = """
        using Dynptrs;

        namespace Telemetry;

        [BpfHelpers]
        internal static partial class Bpf;
        """;

    [Fact]
    public void The_stubs_of_the_runtime_are_as_approved() => GeneratorTest.Approve("Bpf", GeneratorTest.Generate(Target));

    [Fact]
    public void Public_stubs_compile_without_a_warning() => GeneratorTest.Generate("[Dynptrs.BpfHelpers] public static partial class Bpf;");

    [Fact]
    public void Code_in_the_style_of_C_compiles_against_the_stubs() => GeneratorTest.Generate(
        Target,
        """
        using Dynptrs;
        using static Telemetry.Bpf;

        namespace Telemetry;

        public static class Probe
        {
            static readonly RingBuf Events = new(maxEntries: 4096);

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int OnNanosleep(TracepointContext ctx)
            {
                int err = bpf_ringbuf_reserve_dynptr(Events, 64, 0, out Dynptr ptr);
                Slice<int> pid = err != 0 ? default : bpf_dynptr_data<int>(ptr, 0);
                if (!pid)
                    goto discard;
                pid.Value = (int)(bpf_get_current_pid_tgid() >> 32);
                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                return 0;
            discard:
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }
        }
        """);

    [Theory]
    [InlineData("bpf_ringbuf_reserve_dynptr", "ptr", "AcquiresAttribute(\"ringbuf\")")]
    [InlineData("bpf_ringbuf_submit_dynptr", "ptr", "ReleasesAttribute(\"ringbuf\")")]
    [InlineData("bpf_dynptr_adjust", "ptr", "BorrowedAttribute")]
    [InlineData("bpf_dynptr_clone", "clone", "CloneOfAttribute(\"dynptr\")")]
    [InlineData(
        "bpf_dynptr_write", "dynptr", "InvalidatesSlicesAttribute(When = {\"skb\", \"skb_meta\"}, Of = {\"skb\", \"xdp\", \"skb_meta\"})")]
    [InlineData("bpf_loop", "callback", "CallbackAttribute(Context = \"context\", Runs = \"iterations\")")]
    public void Contracts_are_carried_over_to_parameters(string helper, string parameter, string attribute)
    {
        var attributes = Stubs(helper)
            .SelectMany(stub => stub.Parameters)
            .Where(candidate => candidate.Name == parameter)
            .SelectMany(candidate => candidate.GetAttributes());
        Assert.Contains("Dynptrs." + attribute, attributes.Select(data => data.ToString()));
    }

    [Theory]
    [InlineData("bpf_dynptr_data", "SliceOfAttribute(\"dynptr\")")]
    [InlineData("bpf_dynptr_slice", "SliceOfAttribute(\"dynptr\", Tagged = true)")]
    [InlineData("bpf_map_lookup_elem", "MayBeNullAttribute")]
    public void Contracts_are_carried_over_to_results(string helper, string attribute) =>
        Assert.All(Stubs(helper), stub => Assert.Contains(
            stub.GetReturnTypeAttributes(), data => data.ToString()!.StartsWith("Dynptrs." + attribute, System.StringComparison.Ordinal)));

    [Fact]
    public void Arguments_stand_in_the_order_of_the_kernel()
    {
        Assert.All(
            Stubs("bpf_dynptr_read"),
            stub => Assert.Equal(["destination", "dynptr", "offset", "flags"], stub.Parameters.Select(parameter => parameter.Name)));
        Assert.All(
            Stubs("bpf_ringbuf_reserve_dynptr"),
            stub => Assert.Equal(["ringBuf", "size", "flags", "ptr"], stub.Parameters.Select(parameter => parameter.Name)));
    }

    [Fact]
    public void Flags_are_numbers_or_members_of_their_enumeration() => GeneratorTest.Generate(
        Target,
        """
        using Dynptrs;
        using static Dynptrs.MapUpdateFlags;
        using static Dynptrs.RingBufFlags;
        using static Telemetry.Bpf;

        namespace Telemetry;

        public static class Probe
        {
            static readonly RingBuf Events = new(maxEntries: 4096);
            static readonly HashMap<int, int> Counts = new(maxEntries: 8);

            public static void Run(ulong flags)
            {
                bpf_ringbuf_reserve_dynptr(Events, 8, 0, out Dynptr ptr);
                bpf_ringbuf_submit_dynptr(ref ptr, BPF_RB_NO_WAKEUP | BPF_RB_FORCE_WAKEUP);
                bpf_ringbuf_output(Events, "a"u8, 0);
                bpf_ringbuf_output(Events, "a"u8, flags);
                bpf_map_update_elem(Counts, 1, 2, BPF_NOEXIST);
                bpf_map_update_elem(Counts, 1, 2, 0);
            }
        }
        """);

    [Fact]
    public void A_kernel_leaves_out_what_it_lacks()
    {
        var old = GeneratorTest.Generate("[Dynptrs.BpfHelpers(Kernel = \"6.3\")] static partial class Bpf;");
        Assert.Contains(" bpf_dynptr_data(", old, StringComparison.Ordinal);
        Assert.DoesNotContain(" bpf_dynptr_slice(", old, StringComparison.Ordinal);
        Assert.Contains(
            " bpf_dynptr_slice(",
            GeneratorTest.Generate("[Dynptrs.BpfHelpers(Kernel = \"6.4\")] static partial class Bpf;"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Include = new[] { \"bpf_dynptr_*\" }", "bpf_dynptr_data", "bpf_ringbuf_output")]
    [InlineData("Include = new[] { \"bpf_ringbuf_output\", \"bpf_loop\" }", "bpf_loop", "bpf_ringbuf_query")]
    [InlineData("Exclude = new[] { \"bpf_dynptr_*\" }", "bpf_ringbuf_output", "bpf_dynptr_data")]
    [InlineData("Include = new[] { \"bpf_dynptr_*\" }, Exclude = new[] { \"bpf_dynptr_data\" }", "bpf_dynptr_read", "bpf_dynptr_data")]
    [InlineData("Programs = new[] { \"XDP\" }", "bpf_dynptr_from_xdp", "bpf_dynptr_from_skb")]
    [InlineData("Programs = new[] { \"XDP\", \"SCHED_CLS\" }", "bpf_dynptr_from_skb", "bpf_crypto_ctx_create")]
    [InlineData("Programs = new[] { \"LIRC_MODE2\" }", "bpf_dynptr_size", "bpf_dynptr_data")]
    public void A_selection_leaves_out_the_rest(string selection, string kept, string leftOut)
    {
        var generated = GeneratorTest.Generate($"[Dynptrs.BpfHelpers({selection})] static partial class Bpf;");
        Assert.Contains($" {kept}(", generated, StringComparison.Ordinal);
        Assert.DoesNotContain($" {leftOut}(", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_class_is_filled_where_it_is() =>
        Assert.Contains(
            "partial struct Outer",
            GeneratorTest.Generate("partial struct Outer { [Dynptrs.BpfHelpers] public static partial class Bpf; }"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("[Dynptrs.BpfHelpers] static class Bpf;")]
    [InlineData("[Dynptrs.BpfHelpers] partial class Bpf;")]
    [InlineData("[Dynptrs.BpfHelpers] static partial class Bpf<T>;")]
    [InlineData("class Outer { [Dynptrs.BpfHelpers] static partial class Bpf; }")]
    [InlineData("[Dynptrs.BpfHelpers] file static partial class Bpf;")]
    public void What_cannot_be_filled_is_left_alone(string source) =>
        Assert.Empty(GeneratorTest.Run(GeneratorTest.Compile(source), out _).GetRunResult().GeneratedTrees);

    [Fact]
    public void Without_the_runtime_nothing_is_generated() =>
        Assert.Empty(GeneratorTest.Run(GeneratorTest.Compile(referencesRuntime: false, "class C;"), out _).GetRunResult().GeneratedTrees);

    private static IMethodSymbol[] Stubs(string helper)
    {
        GeneratorTest.Run(GeneratorTest.Compile(Target), out var output);
        var stubs = output.GetTypeByMetadataName("Telemetry.Bpf")!.GetMembers(helper).OfType<IMethodSymbol>().ToArray();
        Assert.NotEmpty(stubs);
        return stubs;
    }
}
