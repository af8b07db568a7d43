namespace Dynptrs.Kernel.Tests.Refused;

[BpfHelpers]
internal static partial class Bpf;
