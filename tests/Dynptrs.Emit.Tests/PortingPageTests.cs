using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Testing;
using Dynptrs.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Emit.Tests;

/// <summary>What <c>docs/porting.md</c> shows compiles, and is accepted.</summary>
public sealed partial class PortingPageTests
{
    private const string Head = """
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Dynptrs;
        using static Porting.Bpf;

        namespace Porting;

        [BpfHelpers(Kernel = "7.2")]
        internal static partial class Bpf;

        internal static class Programs
        {

        """;

    [Fact]
    public async Task Its_programs_are_accepted()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "porting.md"));
        var blocks = Block().Matches(page).Select(block => block.Groups["text"].Value).ToList();
        var compilation = ProgramCompilation.Compile([("Porting.cs", Head + string.Join('\n', blocks) + "}\n")]);

        Assert.NotEmpty(blocks);
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await compilation.WithAnalyzers([new DynptrAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation));
    }

    [GeneratedRegex(@"```csharp\n(?<text>(?:(?!```).*\n)*)```")]
    private static partial Regex Block();
}
