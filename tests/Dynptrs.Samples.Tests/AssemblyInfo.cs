using Xunit.Sdk;
using Xunit.v3;

// Programs in this process share its variables.
[assembly: Parallelization(Mode = ParallelMode.None)]
