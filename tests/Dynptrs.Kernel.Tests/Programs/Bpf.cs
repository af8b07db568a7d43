namespace Dynptrs.Kernel.Tests.Programs;

[BpfHelpers]
internal static partial class Bpf;
