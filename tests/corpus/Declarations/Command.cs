using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_get_current_comm", Since = "4.2", ExceptProgramTypes = ["LIRC_MODE2"], Summary = "Copies the name of the current task's command.")]
    public static int bpf_get_current_comm(scoped Span<byte> buf) => throw new NotSupportedException();
}
