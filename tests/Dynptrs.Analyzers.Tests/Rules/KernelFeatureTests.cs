using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What is newer than the oldest kernel of a project is called where the program has asked for it, and there alone.</summary>
public sealed class KernelFeatureTests
{
    private const string Has = "KernelFeatures.Has(\"bpf_ktime_get_tai_ns\")";
    private const string Call = "any = KernelClock.GetTaiNanoseconds()";
    private const string Refused = "any = {|DYN022:KernelClock.GetTaiNanoseconds()|}";

    [Theory]
    [InlineData($"if ({Has}) {Call};")]
    [InlineData($"if (!{Has}) return 0; {Call};")]
    [InlineData($"if (!{Has} || any == 3) return 0; {Call};")]
    [InlineData($"if (any == 3 && {Has}) {Call};")]
    [InlineData($"var has = {Has}; any++; if (has) {Call};")]
    [InlineData($"if (Newer()) {Call};")]
    [InlineData($"if ({Has}) Helper(); void Helper() {{ {Call}; }}")]
    [InlineData($"any = {Has} ? KernelClock.GetTaiNanoseconds() : 0;")]
    [InlineData($"while ({Has}) {{ {Call}; break; }}")]
    [InlineData($"switch ({Has}) {{ case true: {Call}; break; case false: break; }}")]
    public Task Inside_of_the_guard_it_is_called(string statements) => Verify("6.0", statements);

    [Theory]
    [InlineData($"{Refused};")]
    [InlineData($"if (!{Has}) {Refused};")]
    [InlineData($"if ({Has}) any = 1; {Refused};")]
    [InlineData($"if ({Has} || any == 3) {Refused};")]
    [InlineData($"if (any != 3 || !{Has}) {Refused};")]
    [InlineData($"var has = {Has}; has = true; if (has) {Refused};")]
    [InlineData($"if (KernelFeatures.Has(\"bpf_ktime_get_boot_ns\")) {Refused};")]
    [InlineData("if (true) " + Refused + "; if (" + Has + ") any = 1;")]
    public Task Outside_of_it_it_is_refused(string statements) => Verify("6.0", statements);

    [Theory]
    [InlineData($"if (!{Has}) {Refused};")]
    [InlineData($"if ({Has}) any = 1; {Refused};")]
    public Task Who_asks_calls_it_nowhere_else(string statements) => Verify(null, statements);

    [Theory]
    [InlineData($"if ({Has}) any = 1; {Call};")]
    [InlineData($"if (!{Has}) {Call};")]
    public Task The_oldest_kernel_may_have_it(string statements) => Verify("6.1", statements);

    [Theory]
    [InlineData($"if ({Has}) ring.Reserve(8, out ptr); if ({Has}) ptr.Discard();")]
    [InlineData($"var has = !{Has}; if (has) ring.Reserve(8, out ptr); if (!{Has}) ptr.Discard();")]
    public Task Answers_agree(string statements) => Verify(null, $"Dynptr ptr = default; {statements}");

    [Theory]
    [InlineData($"if ({Has}) ring.Reserve(8, out ptr);")]
    [InlineData($"if (!{Has}) ring.Reserve(8, out ptr);")]
    public Task Both_branches_are_verified(string statements) =>
        Verify(null, $"Dynptr ptr = default; {statements}", "{|DYN001:return 0;|}");

    /// <summary>More than can be verified for each combination are unknowns, of which a path knows what it has asked.</summary>
    [Theory]
    [InlineData($"if ({Has}) {Call};", false)]
    [InlineData($"{Refused};", true)]
    [InlineData($"if (!{Has}) {Refused};", true)]
    public Task Of_many_each_is_remembered(string statements, bool isRefused)
    {
        string[] others = ["bpf_ktime_get_boot_ns", "bpf_dynptr_size", "bpf_dynptr_clone", "bpf_dynptr_adjust", "bpf_loop", "bpf_strncmp"];
        var asked = string.Concat(others.Select(name => $"if (KernelFeatures.Has(\"{name}\")) any++; "));
        Assert.Equal(isRefused, statements.Contains("DYN022"));
        return Verify("6.0", asked + statements);
    }

    [Fact]
    public async Task The_message_says_where_it_is_missing()
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            Compose($"if (!{Has}) {Call};", "return 0;"));
        Assert.Equal(
            [
                "when `bpf_ktime_get_tai_ns` is missing, `GetTaiNanoseconds` (bpf_ktime_get_tai_ns) is called all the same: "
                    + "call it only where `Has` says that the kernel has it",
            ],
            diagnostics.Select(diagnostic => diagnostic.GetMessage()));
    }

    [Fact]
    public Task A_name_that_is_not_constant_has_no_counterpart() => Verify(
        "6.0",
        "if ({|DYN032:KernelFeatures.Has(any == 0 ? \"bpf_loop\" : \"bpf_strncmp\")|}) any = 1;");

    private static Task Verify(string? kernel, string statements, string end = "return 0;") => kernel is null
        ? AnalyzerTest.Verify(Compose(statements, end))
        : AnalyzerTest.VerifyForKernel(kernel, Compose(statements, end));

    private static string Compose(string statements, string end) =>
        $$"""
        using Dynptrs;

        public static class Programs
        {
            private static readonly RingBuf ring = new(4096);
            private static ulong any;

            [BpfProgram("tc")]
            public static int Run(SkBuff ctx)
            {
                {{statements}}
                {{end}}
            }

            private static bool Newer() => {{Has}};
        }
        """;
}
