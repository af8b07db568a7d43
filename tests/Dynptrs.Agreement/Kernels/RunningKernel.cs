using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using Dynptrs.Agreement.Comparing;
using Dynptrs.Testing.Judging;

namespace Dynptrs.Agreement.Kernels;

/// <summary>The kernel that runs here.</summary>
internal sealed class RunningKernel : JudgingKernel
{
    public override string Release { get; } = File.ReadAllText("/proc/sys/kernel/osrelease").Trim();

    protected override Dictionary<int, Verdict> Ask(IReadOnlyDictionary<int, byte[]> objects, ImmutableArray<ChangedProgram> programs)
    {
        var verdicts = new Dictionary<int, Verdict>();
        foreach (var (i, content) in objects)
        {
            if (Judge.Ask(content)?.GetValueOrDefault(programs[i].Name) is { } verdict)
                verdicts.Add(i, verdict);
        }

        return verdicts;
    }
}
