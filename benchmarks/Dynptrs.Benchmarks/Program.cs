using BenchmarkDotNet.Running;
using Dynptrs.Benchmarks;
using Dynptrs.Benchmarks.Analysis;
using Dynptrs.Benchmarks.InKernel;
using Dynptrs.Benchmarks.Runtime;

if (args is ["corpus"])
    CorpusReport.Run();
else if (args is ["edits"])
    EditReport.Run();
else if (args is ["worst", .. var names])
    WorstReport.Run(names);
else if (args is ["rings"])
    RingReport.Run();
else if (args is ["kernel"])
    KernelReport.Run();
else if (args is ["reading"])
    RingReadReport.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
