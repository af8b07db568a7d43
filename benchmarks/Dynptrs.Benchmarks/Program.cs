using BenchmarkDotNet.Running;
using Dynptrs.Benchmarks;
using Dynptrs.Benchmarks.Analysis;

if (args is ["corpus"])
    CorpusReport.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
