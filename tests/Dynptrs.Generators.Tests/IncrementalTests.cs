using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Dynptrs.Generators.Bodies;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Tests;

/// <summary>
/// What is generated anew after an edit, for each generator: its last step before text is written, a source that it works on, and an edit
/// of that.
/// </summary>
public sealed class IncrementalTests
{
    public static TheoryData<string, string, string, string> Generators { get; } = new()
    {
        { BpfHelpersGenerator.StubsStep, "[Dynptrs.BpfHelpers] static partial class Bpf;", "class Bpf", "class Helpers" },
        {
            BpfHelperGenerator.BodiesStep,
            "static partial class Own { [Dynptrs.BpfHelper(\"own\")] public static partial int M(int a); private static int MCore(int a) => a; }",
            "int a",
            "long a"
        },
        {
            BpfStructGenerator.StructsStep,
            "[Dynptrs.BpfStruct] partial struct S { [Dynptrs.NetworkOrder] private int _a; }",
            "int _a",
            "short _a"
        },
        {
            BpfObjectGenerator.ObjectsStep,
            "[Dynptrs.BpfObject] static partial class Filter { public static int Count; }",
            "Count",
            "Number"
        },
    };

    [Theory]
    [MemberData(nameof(Generators))]
    public void An_edit_elsewhere_generates_nothing_anew(string step, string target, string before, string after)
    {
        Assert.NotEqual(before, after);
        AssertReasons(
            step, [target, "class C;"], 1, "class C { void M() { } }", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void An_edit_beside_the_target_generates_nothing_anew(string step, string target, string before, string after)
    {
        Assert.NotEqual(before, after);
        AssertReasons(
            step,
            [target + " class C;"],
            0,
            target + " class C { void M() { } }",
            IncrementalStepRunReason.Cached,
            IncrementalStepRunReason.Unchanged);
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void An_edit_of_the_target_generates_anew(string step, string target, string before, string after) =>
        AssertReasons(step, [target], 0, target.Replace(before, after, StringComparison.Ordinal), IncrementalStepRunReason.Modified);

    [Theory]
    [MemberData(nameof(Generators))]
    public void Only_the_file_of_what_was_edited_is_written_anew(string step, string target, string before, string after)
    {
        Assert.NotEmpty(step);
        var first = $"namespace N {{ {target} }}";
        var compilation = GeneratorTest.Compile(first, $"namespace M {{ {target} }}");
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = GeneratorTest.Parse(first.Replace(before, after, StringComparison.Ordinal), "Source0.cs");
        driver = driver.RunGenerators(
            compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], edited), TestContext.Current.CancellationToken);
        var written = driver.GetRunResult().Results
            .SelectMany(result => result.TrackedOutputSteps.Values)
            .SelectMany(runs => runs)
            .SelectMany(run => run.Outputs)
            .Select(output => output.Reason)
            .ToList();
        Assert.Equal(1, written.Count(reason => reason != IncrementalStepRunReason.Cached));
        Assert.Contains(IncrementalStepRunReason.Cached, written);
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void An_old_compilation_is_not_kept_alive(string step, string target, string before, string after)
    {
        var (old, driver) = RunTwice(target, target.Replace(before, after, StringComparison.Ordinal));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(old.IsAlive);
        Assert.NotEmpty(Outputs(driver, step));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Old, GeneratorDriver Driver) RunTwice(string source, string edited)
    {
        var compilation = GeneratorTest.Compile(source);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        return (new WeakReference(compilation), driver.RunGenerators(GeneratorTest.Compile(edited), TestContext.Current.CancellationToken));
    }

    private static void AssertReasons(string step, string[] sources, int edited, string edit, params IncrementalStepRunReason[] expected)
    {
        var compilation = GeneratorTest.Compile(sources);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var tree = compilation.SyntaxTrees[edited];
        driver = driver.RunGenerators(
            compilation.ReplaceSyntaxTree(tree, GeneratorTest.Parse(edit, tree.FilePath)), TestContext.Current.CancellationToken);
        var outputs = Outputs(driver, step);
        Assert.NotEmpty(outputs);
        Assert.All(outputs, reason => Assert.Contains(reason, expected));
    }

    private static IncrementalStepRunReason[] Outputs(GeneratorDriver driver, string step) =>
    [
        .. from result in driver.GetRunResult().Results
           where result.TrackedSteps.ContainsKey(step)
           from run in result.TrackedSteps[step]
           from output in run.Outputs
           select output.Reason,
    ];
}
