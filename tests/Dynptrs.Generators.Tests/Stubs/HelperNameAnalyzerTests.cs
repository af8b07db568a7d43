using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests.Stubs;

public sealed class HelperNameAnalyzerTests
{
    private const string Message = "DYN052: `Has` names \"bpf_dynptr_siez\", and the runtime has no such helper: is \"bpf_dynptr_size\" meant?";

    [Theory]
    [InlineData("KernelFeatures.Has(\"bpf_dynptr_size\")")]
    [InlineData("KernelFeatures.Has(nameof(bpf_dynptr_size))")]
    [InlineData("KernelFeatures.Has(\"bpf_iter_num_new\")")]
    [InlineData("KernelFeatures.Has(name)")]
    [InlineData("Other.Has(\"bpf_dynptr_siez\")")]
    [InlineData("KernelFeatures.Has(\"bpf_dynptr_siez\")", Message)]
    [InlineData("Has(helper: Name)", Message)]
    [InlineData("Has(\"1\")", "DYN052: `Has` names \"1\", and the runtime has no such helper")]
    [InlineData(
        "KernelFeatures.Without(\"bpf_lop\").Equals(0)",
        "DYN052: `Without` names \"bpf_lop\", and the runtime has no such helper: is \"bpf_loop\" meant?")]
    public async Task A_name_of_no_helper_is_reported(string call, params string[] expected)
    {
        GeneratorTest.Run(
            GeneratorTest.Compile(
                "[Dynptrs.BpfHelpers] static partial class Bpf; static class Other { public static bool Has(string name) => true; }",
                $$"""
                using Dynptrs; using static Bpf; using static Dynptrs.KernelFeatures;
                class C { const string Name = "bpf_dynptr_siez"; static bool M(string name) => {{call}}; }
                """),
            out var output);
        var diagnostics = await output
            .WithAnalyzers([new HelperNameAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}"));
    }
}
