using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Emit.Tests.Worlds;
using Dynptrs.Kernel;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests;

/// <summary>Each operator gives the same in this process and in the kernel, with numbers of each width and sign.</summary>
public sealed class ArithmeticTests
{
    private const int Pairs = 1000;

    private static readonly ulong[] Edges =
    [
        0, 1, 2, 3, 7, 8, 31, 32, 33, 63, 64, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
        0x1_0000_0000, 0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, 0xffff_ffff_8000_0000, ulong.MaxValue - 1, ulong.MaxValue,
    ];

    [Fact]
    public void A_thousand_pairs_of_numbers_give_the_same()
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        var program = Emit();
        var (content, errors) = Clang.Compile(program.Source!);
        Assert.True(content is not null, errors);
        var process = new ProcessProgram(program, Compile());
        var results = (ArrayMap<long>)process.Find("Results")!.GetValue(null)!;
        using var loaded = KernelObject.Load(content);
        var kernel = loaded.Program("Run");
        var kernelResults = loaded.Map("Results").As<uint, long>();
        var differences = new List<string>();
        foreach (var (left, right) in Operands())
        {
            loaded.Variables.Get<ulong>("Left") = left;
            loaded.Variables.Get<ulong>("Right") = right;
            process.Find("Left")!.SetValue(null, left);
            process.Find("Right")!.SetValue(null, right);
            Assert.Equal(0, kernel.TestRun(new TracepointContext()).Error);
            process.Run(new TracepointContext());
            for (var i = 0; i < ArithmeticSource.Expressions.Count; i++)
            {
                var (value, here) = (kernelResults[(uint)i], results[(uint)i]);
                if (value != here)
                    differences.Add($"{ArithmeticSource.Expressions[i]} of {left:x} and {right:x}: {value:x} in the kernel, {here:x} here");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join("\n", differences.Take(40))}");
    }

    private static readonly string Source = Path.Combine(Path.GetTempPath(), $"arithmetic-{Environment.ProcessId}.cs");

    private static readonly Lazy<ProgramSet> Set = new(() =>
    {
        File.WriteAllText(Source, ArithmeticSource.Text);
        try
        {
            return new ProgramSet("arithmetic", [Source]);
        }
        finally
        {
            File.Delete(Source);
        }
    });

    private static EmittedProgram Emit()
    {
        Assert.Empty(Set.Value.Errors);
        var program = Assert.Single(Set.Value.EmitEach());
        Assert.Empty(program.Object.Problems);
        return program;
    }

    private static byte[] Compile()
    {
        using var stream = new MemoryStream();
        Assert.True(Set.Value.Compilation.Emit(stream).Success);
        return stream.ToArray();
    }

    /// <summary>All pairs of what is special that there is room for, then any.</summary>
    private static IEnumerable<(ulong Left, ulong Right)> Operands()
    {
        var special = Edges.SelectMany(left => Edges, (left, right) => (left, right)).ToList();
        var random = new Random(1);
        return special.Concat(Enumerable.Range(0, Pairs - special.Count).Select(_ => (Any(random), Any(random))));
    }

    private static ulong Any(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
}
