using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>The registers of functions that are probed.</summary>
internal static class Probes
{
    private static ulong total;
    private static Bytes64 text;
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [BpfProgram("kprobe/do_sys_openat2")]
    public static int parameters_read(ProbeContext ctx)
    {
        total = ctx.Parameter1 + ctx.Parameter2 + ctx.Parameter3 + ctx.Parameter4 + ctx.Parameter5 + ctx.Parameter6;
        return 0;
    }

    [BpfProgram("kretprobe/do_sys_openat2")]
    public static int returned_value_read(ProbeContext ctx)
    {
        total = (long)ctx.ReturnValue < 0 ? ctx.InstructionPointer : ctx.StackPointer;
        return 0;
    }

    [BpfProgram("uprobe")]
    public static int string_of_the_process_read(ProbeContext ctx)
    {
        return bpf_probe_read_user_str(text, (nuint)ctx.Parameter1);
    }

    [BpfProgram("uretprobe")]
    public static int register_that_is_tested_is_an_index(ProbeContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var index = ctx.ReturnValue;
        return index < 64 ? value.Value[(int)index] : 0;
    }

    [BpfProgram("uretprobe")]
    public static int register_that_is_not_tested_is_an_index(ProbeContext ctx)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var index = ctx.ReturnValue;
        return index < 65 ? /*!DYN007*/value.Value[(int)index]/*!*/ : 0;
    }
}
