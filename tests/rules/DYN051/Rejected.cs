using Dynptrs;

namespace Rules.DYN051;

[BpfHelpers(Kernel = "v6")] // expect DYN051
internal static partial class Stubs;
