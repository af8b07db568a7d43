using Dynptrs;

namespace Tour;

/// <summary>The helpers under the kernel's names; the generator fills this class.</summary>
[BpfHelpers(Kernel = "7.2")]
internal static partial class Bpf;
