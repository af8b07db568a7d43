using Dynptrs;

namespace Rejected;

[BpfHelpers]
internal static partial class Bpf;
