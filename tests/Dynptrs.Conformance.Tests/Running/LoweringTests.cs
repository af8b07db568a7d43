using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Interpreter;
using Dynptrs.Interpreter.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>
/// The accepted programs of the corpus do the same as C# compiles them and as they are lowered: what is verified is what runs.
/// </summary>
public sealed class LoweringTests(ITestOutputHelper output)
{
    private const int FewestPrograms = 20;

    private static readonly byte[] Packet = [.. Enumerable.Range(0, 96).Select(i => (byte)((i * 37) + 1))];

    [Fact]
    public void What_is_lowered_does_what_the_compiled_program_does()
    {
        var compilation = CorpusCompilation.Create(CorpusSources.Valid);
        var image = CompiledSuite.Emit(compilation);
        var analyzed = new AnalyzedCompilation(compilation, KnownTypes.Create(compilation)!, TestContext.Current.CancellationToken);
        var (run, skipped, different) = (0, new List<string>(), new List<string>());
        foreach (var method in AcceptedPrograms(compilation))
        {
            var difference = Compare(image, analyzed, method, out var reason);
            if (reason is not null)
                skipped.Add($"{method.Name}: {reason}");
            else
                run++;
            if (difference is not null)
                different.Add($"{method.Name}: {difference}");
        }

        output.WriteLine($"{run} programs run, {skipped.Count} left out:{Environment.NewLine}{string.Join(Environment.NewLine, skipped)}");
        Assert.True(different.Count == 0, string.Join(Environment.NewLine, different));
        Assert.True(run >= FewestPrograms, $"Only {run} programs were run.");
    }

    private static IEnumerable<IMethodSymbol> AcceptedPrograms(CSharpCompilation compilation)
    {
        foreach (var file in CorpusSources.Valid.Where(file => file.Suite is not null))
        {
            var marked = file.Marks.Select(mark => file.MemberOf(mark))
                .Where(member => member is not null)
                .Select(member => Program(member!.Value))
                .ToHashSet();
            var model = compilation.GetSemanticModel(file.Tree);
            foreach (var program in file.Programs)
            {
                var name = program.Identifier.ValueText;
                if (CaseMember.Parse(file.Suite!, name) is { } member && !marked.Contains(Program(member)))
                    yield return model.GetDeclaredSymbol(program)!;
            }
        }
    }

    /// <summary>The name of the program that a member belongs to.</summary>
    private static string Program(CaseMember member) =>
        member.IsNeighbour ? member.Case.Name + "__" + member.Part.Split("__", StringSplitOptions.RemoveEmptyEntries)[0] : member.Case.Name;

    /// <summary>Runs a program both ways.</summary>
    /// <returns>What differs, or <see langword="null"/>.</returns>
    private static string? Compare(byte[] image, AnalyzedCompilation analyzed, IMethodSymbol method, out string? reason)
    {
        reason = null;
        using var suite = new CompiledSuite(image, ReflectionName(method.ContainingType));
        var (context, isReadOnly) = CreateContext(method);
        if (context is null)
        {
            reason = "its context is not in the runtime";
            return null;
        }

        var world = new World(suite.Type, Packet[(context is SkBuff && isReadOnly ? SkBuff.EthernetHeaderLength : 0)..], isReadOnly);
        try
        {
            var result = Machine.Run(
                analyzed.Function(method, isProgramCode: true).Resolve()!, [new Handle(context, null)], new KernelModel(world));
            var returned = suite.Type
                .GetMethod(method.Name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
                .Invoke(null, [context]);
            var differences = world.Differences.ToImmutableArray();
            if ((int)((Number)result!).Bits != (int)returned!)
                differences = differences.Insert(0, $"it returns {returned} in C#, {result} when it is lowered");
            return differences.IsEmpty ? null : string.Join("; ", differences);
        }
        catch (NoModelException exception)
        {
            reason = $"no model of {exception.Helper}";
        }
        catch (TargetInvocationException exception) when (exception.InnerException is NotSupportedException)
        {
            reason = "it calls what the runtime does not have yet";
        }
        catch (Exception exception) when (exception is MisbehaviourException or EndOfRunException or TargetInvocationException)
        {
            return exception.InnerException?.ToString() ?? exception.Message;
        }

        return null;
    }

    private static string ReflectionName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{ReflectionName(outer)}+{type.MetadataName}"
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";

    private static (object? Context, bool IsReadOnly) CreateContext(IMethodSymbol method)
    {
        var section = (string)method.GetAttributes()
            .Single(attribute => attribute.AttributeClass!.Name == nameof(BpfProgramAttribute)).ConstructorArguments[0].Value!;
        return method.Parameters[0].Type.Name switch
        {
            // A traced function's own arguments.
            _ when method.Parameters.Length > 1 => (null, false),
            nameof(TracepointContext) => (new TracepointContext(), false),
            nameof(SkBuff) when section.StartsWith("cgroup_skb", StringComparison.Ordinal) =>
                (new SkBuff(BpfProgramType.CgroupSkb, Packet), true),
            nameof(SkBuff) => (new SkBuff(BpfProgramType.SchedCls, Packet), false),
            _ => (null, false),
        };
    }
}
