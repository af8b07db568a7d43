using Dynptrs;

namespace Rules.DYN050;

[BpfHelpers]
internal static partial class Stubs;
