using Dynptrs;

namespace Rules.DYN051;

[BpfHelpers(Kernel = "6.18")]
internal static partial class Stubs;
