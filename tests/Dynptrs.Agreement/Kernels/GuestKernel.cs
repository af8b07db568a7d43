using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Dynptrs.Agreement.Comparing;
using Dynptrs.Agreement.Sources;
using Dynptrs.Testing.Judging;

namespace Dynptrs.Agreement.Kernels;

/// <summary>A kernel that does not run here: it is booted, and asked of many programs.</summary>
/// <param name="image">The image, or a package of one.</param>
/// <param name="accelerator">How it runs: <c>kvm</c>, <c>tcg</c>, or what there is.</param>
internal sealed class GuestKernel(string image, string? accelerator) : JudgingKernel
{
    private string _release = Path.GetFileName(image);

    public override string Release => _release;

    protected override Dictionary<int, Verdict> Ask(IReadOnlyDictionary<int, byte[]> objects, ImmutableArray<ChangedProgram> programs)
    {
        var folder = Directory.CreateTempSubdirectory("dynptr-guest-");
        try
        {
            foreach (var (i, content) in objects)
                File.WriteAllBytes(NameOf(folder, i), content);
            var answers = GuestAnswers.Parse(Boot(objects.Keys.Select(i => NameOf(folder, i))));
            _release = answers.Release;
            return objects.Keys.ToDictionary(i => i, i => answers.Of($"{i}.o", programs[i].Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string NameOf(DirectoryInfo folder, int index) => Path.Combine(folder.FullName, $"{index}.o");

    private IEnumerable<string> Boot(IEnumerable<string> objects)
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
