using Dynptrs;

namespace Rules.DYN050;

[BpfHelpers]
internal static class Stubs; // expect DYN050
