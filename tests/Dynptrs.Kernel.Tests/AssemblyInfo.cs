using Xunit.Sdk;
using Xunit.v3;

// Programs in this process share its variables, and descriptors are counted.
[assembly: Parallelization(Mode = ParallelMode.None)]
