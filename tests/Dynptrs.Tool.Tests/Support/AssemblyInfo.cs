using Xunit.Sdk;
using Xunit.v3;

// The current folder and the environment are those of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
