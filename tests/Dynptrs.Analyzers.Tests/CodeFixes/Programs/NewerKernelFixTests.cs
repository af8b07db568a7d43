using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Dynptrs.CodeFixes.Programs;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Programs;

public sealed class NewerKernelFixTests
{
    private const string Call =
        """
        using Dynptrs;

        public static class Probe
        {
            [BpfProgram("tc")]
            public static int Run(SkBuff skb)
            {
                skb.ToDynptr(out Dynptr ptr);
                return (int)$ptr.Size$;
            }

            [BpfProgram("tc")]
            public static int Older(SkBuff skb) => skb.ToDynptr(out _);
        }
        """;

    private const string Stubs =
        """
        using Dynptrs;
        using Dynptrs.Generators;

        [BpfHelpers(Kernel = $)]
        public static partial class Bpf;

        public static class Probe
        {
            public static void Run(SkBuff skb)
            {
                Bpf.£bpf_dynptr_adjust£(1);
                Bpf.£bpf_dynptr_copy£(1);
            }
        }
        """;

    [Fact]
    public Task A_version_in_a_configuration_file_is_raised() => Verify<DynptrAnalyzer>(
        Mark(Call, "$"),
        Call.Replace("$", ""),
        ("/.globalconfig", "is_global = true\n# The oldest that we meet.\ndynptr.kernel_version = 6.4\n"),
        ("/.globalconfig", "is_global = true\n# The oldest that we meet.\ndynptr.kernel_version = 6.5\n"));

    [Fact]
    public Task Nothing_is_offered_for_a_version_in_the_project_file() => Verify<DynptrAnalyzer>(
        Mark(Call, "$"),
        Mark(Call, "$"),
        ("/.globalconfig", "is_global = true\nbuild_property.BpfKernelVersion = 6.4\n"),
        ("/.globalconfig", "is_global = true\nbuild_property.BpfKernelVersion = 6.4\n"));

    [Fact]
    public Task The_version_of_a_class_of_stubs_is_raised_as_far_as_all_its_calls_need() => Verify<MissingStubAnalyzer>(
        Mark(Stubs.Replace("$", "\"6.1\""), "£"),
        Stubs.Replace("$", "\"6.15\"").Replace("£", ""));

    private static string Mark(string code, string mark)
    {
        var parts = code.Split(mark);
        for (var i = 1; i < parts.Length; i += 2)
            parts[i] = $"{{|DYN022:{parts[i]}|}}";
        return string.Concat(parts);
    }

    private static Task Verify<TAnalyzer>(string marked, string fixedSource, params (string Path, string Text)[] files)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, NewerKernelFix, DefaultVerifier>
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            TestState = { Sources = { marked } },
            FixedState = { Sources = { fixedSource } },
            CompilerDiagnostics = CompilerDiagnostics.None,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            CodeActionEquivalenceKey = nameof(NewerKernelFix),
        };
        test.TestState.AdditionalReferences.AddRange(Net100.References.All);
        test.TestState.AdditionalReferences.Add(typeof(Dynptr).Assembly);
        if (files.Length > 0)
        {
            test.TestState.AnalyzerConfigFiles.Add(files[0]);
            test.FixedState.AnalyzerConfigFiles.Add(files[1]);
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
