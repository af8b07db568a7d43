using Dynptrs;

namespace Rules.DYN052;

[BpfHelpers(Include = ["bpf_dynptr_write"])]
internal static partial class Stubs;
