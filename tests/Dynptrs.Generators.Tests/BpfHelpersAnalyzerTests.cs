using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests;

public sealed class BpfHelpersAnalyzerTests
{
    [Theory]
    [InlineData("[Dynptrs.BpfHelpers] static class Bpf;", "DYN050: `Bpf` cannot be filled with helper stubs: `Bpf` must be partial")]
    [InlineData("[Dynptrs.BpfHelpers] partial class Bpf;", "DYN050: `Bpf` cannot be filled with helper stubs: it must be static")]
    [InlineData("[Dynptrs.BpfHelpers] static partial class Bpf<T>;", "DYN050: `Bpf` cannot be filled with helper stubs: `Bpf` must be a type without type parameters")]
    [InlineData("class Outer { [Dynptrs.BpfHelpers] static partial class Bpf; }", "DYN050: `Bpf` cannot be filled with helper stubs: `Outer` must be partial")]
    [InlineData("[Dynptrs.BpfHelpers(Kernel = \"v6\")] static partial class Bpf;", "DYN051: 'v6' is no kernel version: write major and minor, such as \"6.18\"")]
    [InlineData("[Dynptrs.BpfHelpers(Kernel = \"6.18\")] static partial class Bpf;")]
    [InlineData("partial class Outer { [Dynptrs.BpfHelpers] static partial class Bpf; }")]
    public async Task A_target_is_told_what_is_wrong_with_it(string source, params string[] expected)
    {
        var diagnostics = await GeneratorTest.Compile(source).WithAnalyzers([new BpfHelpersAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}"));
    }
}
