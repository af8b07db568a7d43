using System.Linq;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    /// <param name="method">The release that is chosen where several are offered; without it, the first.</param>
    /// <param name="iterations">How often the fix is applied; all at once gives the same.</param>
    /// <param name="rounds">How often all are fixed at once, where one diagnostic hides another.</param>
    /// <param name="title">What a person reads.</param>
    /// <param name="editorConfig">The style of the files.</param>
    public static Task Verify(
        string marked,
        string fixedSource,
        string? method = null,
        int iterations = 1,
        int rounds = 1,
        string? title = null,
        string? editorConfig = null)
    {
        var test = new Test
        {
            TestCode = marked,
            TestState =
            {
                OutputKind = HasTopLevelStatements(fixedSource) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            },
            FixedCode = fixedSource,
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = rounds,
        };
        if (editorConfig is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", editorConfig));
        if (method is not null)
            test.CodeActionEquivalenceKey = $"{typeof(TFix).Name}.{method}";
        if (title is not null)
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asserts what the fix makes of several files.</summary>
    public static Task VerifyFiles(string[] marked, string[] fixedSources, string method, int iterations)
    {
        var test = new Test
        {
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = 1,
            CodeActionEquivalenceKey = $"{typeof(TFix).Name}.{method}",
        };
        foreach (var source in marked)
            test.TestState.Sources.Add(source);
        foreach (var source in fixedSources)
            test.FixedState.Sources.Add(source);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asserts that nothing is offered in a project that uses another.</summary>
    /// <param name="marked">The source.</param>
    /// <param name="library">The source of the other project.</param>
    public static Task VerifyNotOffered(string marked, string library)
    {
        var test = new Test { TestCode = marked, FixedCode = marked };
        var used = new ProjectState("Library", LanguageNames.CSharp, "/Library/", "cs") { Sources = { library } };
        used.AdditionalReferences.AddRange(test.TestState.AdditionalReferences);
        test.TestState.AdditionalProjects.Add("Library", used);
        test.TestState.AdditionalProjectReferences.Add("Library");
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asserts what the fix makes of the members of a class that has a ring buffer and a map.</summary>
    public static Task VerifyMembers(
        string marked,
        string fixedSource,
        string? method = null,
        int iterations = 1,
        int rounds = 1,
        string? title = null) =>
        Verify(Wrap(marked), Wrap(fixedSource), method, iterations, rounds, title);

    /// <summary>Asserts that nothing is offered for the members of such a class.</summary>
    public static Task VerifyMembersNotOffered(string marked) => VerifyNotOffered(Wrap(marked));

    /// <summary>Asserts that nothing is offered.</summary>
    public static Task VerifyNotOffered(string marked) =>
        new Test { TestCode = marked, FixedCode = marked }.RunAsync(TestContext.Current.CancellationToken);

    private static string Wrap(string members) =>
        $$"""
        using System;
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);
            static readonly HashMap<uint, int> Counters = new(16);

        {{string.Join("\n", members.Split('\n').Select(line => line.Length == 0 ? line : "    " + line))}}
        }

        """;

    private static bool HasTopLevelStatements(string source) =>
        CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);

    private sealed class Test : CSharpCodeFixTest<DynptrAnalyzer, TFix, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(Net100.References.All);
            TestState.AdditionalReferences.Add(typeof(Dynptr).Assembly);
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            // A fix of a mistake is not tested for what else may be suggested.
            DisabledDiagnostics.AddRange(new DynptrAnalyzer().SupportedDiagnostics
                .Where(descriptor => descriptor.DefaultSeverity == DiagnosticSeverity.Info)
                .Select(descriptor => descriptor.Id)
                .Except(new TFix().FixableDiagnosticIds));
        }

        protected override ParseOptions CreateParseOptions() =>
            ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.CSharp14);
    }
}
