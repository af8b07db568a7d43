using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Agreement.Comparing;
using Dynptrs.Agreement.Compiling;
using Dynptrs.Testing.Judging;

namespace Dynptrs.Agreement.Kernels;

/// <summary>A kernel that is asked of programs.</summary>
internal abstract class JudgingKernel
{
    private static readonly Verdict NotAsked = new(Answer.None, "there is no object");

    /// <summary>The version, as the kernel gives it once it has been asked.</summary>
    public abstract string Release { get; }

    /// <summary>Compares its verdicts on programs with ours.</summary>
    public ImmutableArray<Comparison> Compare(ImmutableArray<ChangedProgram> programs) =>
        [.. Ask(programs, Compiler.Run).Select((verdict, i) => new Comparison(programs[i], verdict))];

    /// <summary>Asks, where it does not agree, of the same C in which the compiler decides nothing.</summary>
    public ImmutableArray<Comparison> AskLiterally(ImmutableArray<Comparison> comparisons)
    {
        if (!Compiler.IsLiteralPossible)
            return comparisons;
        var differing = Enumerable.Range(0, comparisons.Length).Where(i => !comparisons[i].Agrees).ToList();
        var verdicts = Ask([.. differing.Select(i => comparisons[i].Program)], Compiler.RunLiterally);
        var all = comparisons.ToBuilder();
        foreach (var (i, verdict) in differing.Zip(verdicts))
            all[i] = all[i] with { Literally = verdict };
        return all.ToImmutable();
    }

    /// <summary>The verdicts on objects of one program each, by their index.</summary>
    protected abstract Dictionary<int, Verdict> Ask(IReadOnlyDictionary<int, byte[]> objects, ImmutableArray<ChangedProgram> programs);

    private ImmutableArray<Verdict> Ask(ImmutableArray<ChangedProgram> programs, Func<string, byte[]?> compile)
    {
        var compiled = programs.AsParallel().AsOrdered().Select(program => compile(program.Source)).ToList();
        var objects = Enumerable.Range(0, programs.Length).Where(i => compiled[i] is not null).ToDictionary(i => i, i => compiled[i]!);
        var verdicts = objects.Count == 0 ? [] : Ask(objects, programs);
        return [.. Enumerable.Range(0, programs.Length).Select(i => verdicts.GetValueOrDefault(i, NotAsked))];
    }
}
