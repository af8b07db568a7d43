using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Dynptrs.Benchmarks;

/// <summary>Many short iterations in one process, warmed up long enough for the JIT's last tier, and their median.</summary>
internal sealed class BenchmarkConfig : ManualConfig
{
    public BenchmarkConfig()
    {
        Add(DefaultConfig.Instance);
        AddColumn(StatisticColumn.Median);

        // A job that is asked for on the command line, such as `--job medium`, takes the place of this one.
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(20)
            .WithIterationCount(15)
            .WithIterationTime(TimeInterval.FromMilliseconds(50))
            .AsDefault());
    }
}
