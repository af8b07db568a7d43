using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Agreement.Compiling;
using Dynptrs.Agreement.Kernels;
using Dynptrs.Agreement.Sources;
using Dynptrs.Testing.Judging;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Compares the verdicts of the running kernel on the programs of a compilation, of many at once, with ours.</summary>
internal sealed class Comparer(AskedSet set, RunningKernel kernel)
{
    // An object is loaded as often as the kernel refuses one of its programs, so that those which it may refuse are few.
    private const int AcceptedBatch = 40;
    private const int RefusedBatch = 8;

    private static readonly Verdict NotAsked = new(Answer.None, "there is no object");

    private readonly ProgramReader _reader = new(set.Compilation, set.Origin);
    private readonly Dictionary<string, Verdict> _verdicts = [];

    /// <summary>The programs that were changed and have a form in C.</summary>
    /// <param name="isSkipped">The programs that are left out.</param>
    /// <param name="most">How many there may be.</param>
    public ImmutableArray<Comparison> Compare(Func<string, bool> isSkipped, int most)
    {
        var programs = _reader.FindPrograms()
            .Where(program => !isSkipped(program.Name) && set.ChangesOf(program).Length > 0)
            .OrderBy(program => set.RandomOf(program.Name).Next())
            .Select(program => (Symbol: program, Changed: _reader.Read(program, set.ChangesOf(program))!))
            .Where(program => program.Changed is not null)
            .Take(most)
            .ToList();
        foreach (var group in programs.GroupBy(program => (program.Changed.IsAcceptedHere, License(program.Changed.Source))))
        {
            foreach (var batch in group.Chunk(group.Key.IsAcceptedHere ? AcceptedBatch : RefusedBatch))
                Ask([.. batch.Select(program => program.Symbol)]);
        }

        return kernel.AskLiterally(
        [
            .. programs.Select(program => new Comparison(program.Changed, _verdicts.GetValueOrDefault(program.Changed.Name, NotAsked))),
        ]);
    }

    /// <summary>Programs of an object share their licence.</summary>
    private static string License(string source) =>
        source.Split('\n').First(line => line.StartsWith("char _license", StringComparison.Ordinal));

    /// <summary>Asks of programs together, and of fewer where together they are no object.</summary>
    private void Ask(ImmutableArray<IMethodSymbol> batch)
    {
        var source = _reader.Emit(batch);
        var compiled = source is null ? null : Compiler.Run(source);
        if (compiled is not null && Judge.Ask(compiled) is { } answers)
        {
            foreach (var (name, verdict) in answers)
                _verdicts[name] = verdict;
            batch = [.. batch.Where(program => answers.GetValueOrDefault(program.Name) is not { Answer: not Answer.None })];
        }

        if (batch.Length < 2)
            return;
        var half = batch.Length / 2;
        Ask(batch[..half]);
        Ask(batch[half..]);
    }
}
