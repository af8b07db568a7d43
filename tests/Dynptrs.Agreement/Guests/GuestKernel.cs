using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Dynptrs.Agreement.Comparing;
using Dynptrs.Agreement.Compiling;
using Dynptrs.Agreement.Sources;
using Dynptrs.Testing.Judging;

namespace Dynptrs.Agreement.Guests;

/// <summary>A kernel that does not run here: it is booted, and asked of many programs.</summary>
/// <param name="image">The image, or a package of one.</param>
/// <param name="accelerator">How it runs: <c>kvm</c>, <c>tcg</c>, or what there is.</param>
internal sealed class GuestKernel(string image, string? accelerator)
{
    private static readonly Verdict NotAsked = new(Answer.None, "");

    /// <summary>The version, as the kernel gives it once it has been asked.</summary>
    public string Release { get; private set; } = Path.GetFileName(image);

    /// <summary>Compares its verdicts on programs with ours.</summary>
    public ImmutableArray<Comparison> Compare(ImmutableArray<ChangedProgram> programs)
    {
        var verdicts = Ask(programs, Compiler.Run);
        var comparisons = programs.Select((program, i) => new Comparison(program, verdicts.GetValueOrDefault(i, NotAsked))).ToList();
        var differing = comparisons.FindAll(comparison => !comparison.Agrees).ConvertAll(comparison => comparison.Program);
        if (Compiler.IsLiteralPossible)
        {
            foreach (var (i, verdict) in Ask(differing, Compiler.RunLiterally))
            {
                var at = comparisons.FindIndex(comparison => ReferenceEquals(comparison.Program, differing[i]));
                comparisons[at] = comparisons[at] with { Literally = verdict };
            }
        }

        return [.. comparisons];
    }

    /// <summary>What it says of programs, by their index, in one boot. Each is an object, so that what one needs and the kernel lacks is its own.</summary>
    private Dictionary<int, Verdict> Ask(IReadOnlyList<ChangedProgram> programs, Func<string, byte[]?> compile)
    {
        var folder = Directory.CreateTempSubdirectory("dynptr-guest-");
        try
        {
            var compiled = programs.AsParallel().AsOrdered().Select(program => compile(program.Source)).ToList();
            var objects = Enumerable.Range(0, programs.Count)
                .Where(i => compiled[i] is not null)
                .ToDictionary(i => Path.Combine(folder.FullName, $"{i}.o"));
            foreach (var (path, i) in objects)
                File.WriteAllBytes(path, compiled[i]!);
            if (objects.Count == 0)
                return [];
            var answers = GuestAnswers.Parse(Boot(objects.Keys));
            Release = answers.Release;
            return answers.Verdicts
                .Select(answer => (Index: int.Parse(Path.GetFileNameWithoutExtension(answer.Key.Object)), answer.Key.Program, answer.Value))
                .Where(answer => answer.Program == programs[answer.Index].Name)
                .ToDictionary(answer => answer.Index, answer => answer.Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string[] Boot(IEnumerable<string> objects)
    {
        IEnumerable<string> how = accelerator is null ? [] : ["--accelerator", accelerator];
        var start = new ProcessStartInfo(Path.Combine(ProgramSets.Root, "eng", "kernel", "ask"), [.. how, image, .. objects])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        return lines;
    }
}
