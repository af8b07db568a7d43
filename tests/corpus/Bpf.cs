using Dynptrs;

namespace Corpus;

[BpfHelpers(Kernel = "7.2")]
internal static partial class Bpf;
