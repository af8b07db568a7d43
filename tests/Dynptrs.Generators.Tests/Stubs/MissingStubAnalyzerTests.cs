using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests.Stubs;

public sealed class MissingStubAnalyzerTests
{
    private const string Message =
        "DYN022: `bpf_dynptr_size` is there since Linux 6.5, and `Bpf` is written for 6.4: raise its `Kernel`, or do without the helper";

    [Theory]
    [InlineData("6.4", "Bpf.bpf_dynptr_size(in ptr)", Message)]
    [InlineData("6.4", "bpf_dynptr_size(in ptr)", Message)]
    [InlineData("6.5", "bpf_dynptr_size(in ptr)")]
    [InlineData("6.4", "bpf_dynptr_read(0, in ptr)")]
    [InlineData("6.4", "bpf_dynptr_length(in ptr)")]
    [InlineData("6.4", "Other.bpf_dynptr_size(in ptr)")]
    public async Task A_call_of_a_stub_that_the_kernel_lacks_names_the_version(string kernel, string call, params string[] expected)
    {
        GeneratorTest.Run(
            GeneratorTest.Compile(
                $"[Dynptrs.BpfHelpers(Kernel = \"{kernel}\")] static partial class Bpf; static class Other;",
                "using Dynptrs; using static Bpf; class C { static ulong M(in Dynptr ptr) => " + call + "; }"),
            out var output);
        var diagnostics = await output
            .WithAnalyzers([new MissingStubAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}"));
    }
}
