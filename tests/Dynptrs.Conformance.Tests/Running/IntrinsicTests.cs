using System.Linq;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Interpreter;
using Dynptrs.Interpreter.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>Members of the framework that are lowered to arithmetic give what the framework gives.</summary>
public sealed class IntrinsicTests
{
    private const string Source = """
        using System;
        using System.Buffers.Binary;
        using System.Numerics;

        namespace Corpus;

        internal static class Intrinsics
        {
            public static int Compute(uint x, int n)
            {
                ulong wide = ((ulong)x << 17) ^ x;
                uint sum = 0;
                sum = (sum * 31) + (uint)BitOperations.PopCount(x);
                sum = (sum * 31) + (uint)BitOperations.PopCount(wide);
                sum = (sum * 31) + (uint)BitOperations.LeadingZeroCount(x);
                sum = (sum * 31) + (uint)BitOperations.LeadingZeroCount(wide);
                sum = (sum * 31) + (uint)BitOperations.TrailingZeroCount(x);
                sum = (sum * 31) + (uint)BitOperations.TrailingZeroCount((int)x);
                sum = (sum * 31) + (uint)BitOperations.TrailingZeroCount(wide);
                sum = (sum * 31) + (uint)BitOperations.Log2(x);
                sum = (sum * 31) + (uint)BitOperations.Log2(wide);
                sum = (sum * 31) + (BitOperations.IsPow2(x) ? 1u : 0);
                sum = (sum * 31) + (BitOperations.IsPow2((int)x) ? 1u : 0);
                sum = (sum * 31) + BitOperations.RotateLeft(x, n);
                sum = (sum * 31) + (uint)BitOperations.RotateRight(wide, n);
                sum = (sum * 31) + BinaryPrimitives.ReverseEndianness(x);
                sum = (sum * 31) + (uint)Math.Clamp((int)x, -5, 100);
                return (int)sum;
            }
        }
        """;

    [Theory]
    [InlineData(0u, 0)]
    [InlineData(1u, 1)]
    [InlineData(0x80000000u, 31)]
    [InlineData(0xffffffffu, 33)]
    [InlineData(0x12345678u, -7)]
    [InlineData(0x00ff0000u, 16)]
    public void Lowered_and_compiled_they_give_the_same(uint x, int n)
    {
        var compilation = CorpusCompilation.Create(
            [CSharpSyntaxTree.ParseText(Source, CorpusCompilation.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)]);
        using var suite = new CompiledSuite(CompiledSuite.Emit(compilation), "Corpus.Intrinsics");
        var method = compilation.GetTypeByMetadataName("Corpus.Intrinsics")!.GetMembers("Compute").OfType<IMethodSymbol>().Single();
        var analyzed = new AnalyzedCompilation(compilation, KnownTypes.Create(compilation)!, TestContext.Current.CancellationToken);

        var lowered = Machine.Run(
            analyzed.Function(method, isProgramCode: true).Resolve()!,
            [new Number(x), new Number(n)],
            new KernelModel(new World(suite.Type, [], isPacketReadOnly: false)));

        Assert.Equal(suite.Type.GetMethod("Compute")!.Invoke(null, [x, n]), (int)((Number)lowered!).Bits);
    }
}
