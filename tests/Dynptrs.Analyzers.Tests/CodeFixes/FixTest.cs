using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Dynptrs.Analyzers.Tests.CodeFixes;

/// <summary>Applies a fix to marked source, and analyses the result again.</summary>
internal static class FixTest<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>Asserts what the fix makes of the source. The result must be clean unless it is marked.</summary>
    /// <param name="marked">The source, with its diagnostics marked.</param>
    /// <param name="fixedSource">What it becomes.</param>
    /// <param name="method">The release that is chosen where several are offered.</param>
    /// <param name="iterations">How often the fix is applied; all at once gives the same.</param>
    public static Task Verify(string marked, string fixedSource, string? method = null, int iterations = 1)
    {
        var test = new Test
        {
            TestCode = marked,
            FixedCode = fixedSource,
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = 1,
        };
        if (method is not null)
            test.CodeActionEquivalenceKey = $"{typeof(TFix).Name}.{method}";
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asserts that nothing is offered.</summary>
    public static Task VerifyNotOffered(string marked) =>
        new Test { TestCode = marked, FixedCode = marked }.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Test : CSharpCodeFixTest<DynptrAnalyzer, TFix, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(Net100.References.All);
            TestState.AdditionalReferences.Add(typeof(Dynptr).Assembly);
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
        }

        protected override Microsoft.CodeAnalysis.ParseOptions CreateParseOptions() =>
            ((Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14);
    }
}
