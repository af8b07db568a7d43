using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Dynptrs.Generators.Structs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Tests.Structs;

public sealed class StructIncrementalTests
{
    private const string Target = "[Dynptrs.BpfStruct] partial struct S { [Dynptrs.NetworkOrder] private int _a; }";

    /// <summary>What came before serves again: the struct was not read anew, or is the same.</summary>
    private static readonly IncrementalStepRunReason[] Nothing = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void An_edit_elsewhere_generates_nothing_anew() => AssertReason(1, "class C { void M() { } }", Nothing);

    [Fact]
    public void An_edit_beside_the_target_generates_nothing_anew() => AssertReason(0, Target + " class D { void M() { } }", Nothing);

    [Fact]
    public void An_edit_of_a_body_in_the_target_generates_nothing_anew() =>
        AssertReason(0, Target.Replace("_a;", "_a; int M() => 1;", StringComparison.Ordinal), Nothing);

    [Fact]
    public void An_edit_of_a_field_generates_anew() =>
        AssertReason(0, Target.Replace("int", "short", StringComparison.Ordinal), IncrementalStepRunReason.Modified);

    [Fact]
    public void Another_struct_is_not_touched_by_an_edit()
    {
        var compilation = GeneratorTest.Compile(Target, Target.Replace("S {", "T {", StringComparison.Ordinal));
        var driver = StructTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0], GeneratorTest.Parse(Target.Replace("int", "short", StringComparison.Ordinal), "Source0.cs"));
        var reasons = Reasons(driver.RunGenerators(edited, TestContext.Current.CancellationToken));
        Assert.Single(reasons, IncrementalStepRunReason.Modified);
        Assert.Equal(2, reasons.Length);
    }

    [Fact]
    public void An_old_compilation_is_not_kept_alive()
    {
        var (old, driver) = RunTwice();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Old, GeneratorDriver Driver) RunTwice()
    {
        var compilation = GeneratorTest.Compile(Target, "class C;");
        var driver = StructTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = GeneratorTest.Compile(Target, "class D;");
        return (new WeakReference(compilation), driver.RunGenerators(edited, TestContext.Current.CancellationToken));
    }

    private static void AssertReason(int file, string edit, params IncrementalStepRunReason[] expected)
    {
        var compilation = GeneratorTest.Compile(Target, "class C;");
        var driver = StructTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], GeneratorTest.Parse(edit, $"Source{file}.cs"));
        var reasons = Reasons(driver.RunGenerators(edited, TestContext.Current.CancellationToken));
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Contains(reason, expected));
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorDriver driver) =>
    [
        .. driver.GetRunResult().Results.Single().TrackedSteps[BpfStructGenerator.StructsStep]
            .SelectMany(step => step.Outputs, (_, output) => output.Reason),
    ];
}
