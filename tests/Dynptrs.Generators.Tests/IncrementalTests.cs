using System.Linq;
using Dynptrs.Generators.Stubs;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Tests;

public sealed class IncrementalTests
{
    private const string Target = "[Dynptrs.BpfHelpers] static partial class Bpf;";

    [Fact]
    public void An_edit_elsewhere_generates_nothing_anew()
    {
        var compilation = GeneratorTest.Compile(Target, "class C;");
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], GeneratorTest.Parse("class C { void M() { } }", "Source1.cs"));
        AssertReasons(driver.RunGenerators(edited, TestContext.Current.CancellationToken), IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void An_edit_beside_the_target_generates_nothing_anew()
    {
        var compilation = GeneratorTest.Compile(Target + " class C;");
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], GeneratorTest.Parse(Target + " class C { void M() { } }", "Source0.cs"));
        AssertReasons(driver.RunGenerators(edited, TestContext.Current.CancellationToken), IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void An_edit_of_the_target_generates_anew()
    {
        var compilation = GeneratorTest.Compile(Target);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], GeneratorTest.Parse("[Dynptrs.BpfHelpers] static partial class Helpers;", "Source0.cs"));
        AssertReasons(driver.RunGenerators(edited, TestContext.Current.CancellationToken), IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void An_old_compilation_is_not_kept_alive()
    {
        var (old, driver) = RunTwice();
        System.GC.Collect();
        System.GC.WaitForPendingFinalizers();
        System.GC.Collect();
        Assert.False(old.IsAlive);
        System.GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (System.WeakReference Old, GeneratorDriver Driver) RunTwice()
    {
        var compilation = GeneratorTest.Compile(Target, "class C;");
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = GeneratorTest.Compile(Target, "class D;");
        return (new System.WeakReference(compilation), driver.RunGenerators(edited, TestContext.Current.CancellationToken));
    }

    private static void AssertReasons(GeneratorDriver driver, params IncrementalStepRunReason[] expected)
    {
        var steps = driver.GetRunResult().Results.Single().TrackedSteps[BpfHelpersGenerator.StubsStep];
        Assert.All(steps.SelectMany(step => step.Outputs), output => Assert.Contains(output.Reason, expected));
    }
}
