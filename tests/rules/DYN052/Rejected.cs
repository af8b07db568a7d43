using Dynptrs;

namespace Rules.DYN052;

[BpfHelpers(Include = ["bpf_dynptr_wirte"])] // expect DYN052
internal static partial class Stubs;
