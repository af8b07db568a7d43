using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests.Stubs;

public sealed class BpfHelpersAnalyzerTests
{
    [Theory]
    [InlineData("[Dynptrs.BpfHelpers] static class Bpf;", "DYN050: `Bpf` cannot be filled with helper stubs: `Bpf` must be partial")]
    [InlineData("[Dynptrs.BpfHelpers] partial class Bpf;", "DYN050: `Bpf` cannot be filled with helper stubs: it must be static")]
    [InlineData(
        "[Dynptrs.BpfHelpers] static partial class Bpf<T>;",
        "DYN050: `Bpf` cannot be filled with helper stubs: `Bpf` must be a type without type parameters")]
    [InlineData(
        "class Outer { [Dynptrs.BpfHelpers] static partial class Bpf; }",
        "DYN050: `Bpf` cannot be filled with helper stubs: `Outer` must be partial")]
    [InlineData(
        "[Dynptrs.BpfHelpers(Kernel = \"v6\")] static partial class Bpf;",
        "DYN051: 'v6' is no kernel version: write major and minor, such as \"6.18\"")]
    [InlineData(
        "[Dynptrs.BpfHelpers] file static partial class Bpf;",
        "DYN050: `Bpf` cannot be filled with helper stubs: `Bpf` must not be local to its file")]
    [InlineData("[Dynptrs.BpfHelpers(Include = new[] { \"bpf_dynptr_wirte\" })] static partial class Bpf;",
        "DYN052: `Include` names \"bpf_dynptr_wirte\", and the runtime has no such helper: is \"bpf_dynptr_write\" meant?")]
    [InlineData(
        "[Dynptrs.BpfHelpers(Exclude = new[] { \"bpf_nothing_*\" })] static partial class Bpf;",
        "DYN052: `Exclude` names \"bpf_nothing_*\", and the runtime has no such helper")]
    [InlineData("[Dynptrs.BpfHelpers(Programs = new[] { \"SCHED_CLF\" })] static partial class Bpf;",
        "DYN052: `Programs` names \"SCHED_CLF\", and the kernel has no such program type: is \"SCHED_CLS\" meant?")]
    [InlineData("[Dynptrs.BpfHelpers(Include = new[] { \"bpf_dynptr_*\" }, Exclude = new[] { \"bpf_dynptr_data\" }, Programs = new[] { \"XDP\" })] static partial class Bpf;")]
    [InlineData("[Dynptrs.BpfHelpers(Kernel = \"6.18\")] static partial class Bpf;")]
    [InlineData("partial class Outer { [Dynptrs.BpfHelpers] static partial class Bpf; }")]
    public async Task A_target_is_told_what_is_wrong_with_it(string source, params string[] expected)
    {
        var diagnostics = await GeneratorTest.Compile(source)
            .WithAnalyzers([new BpfHelpersAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}"));
    }
}
