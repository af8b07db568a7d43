using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class ConstantStrings
{
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private static ulong memory;

    [BpfProgram("tc")]
    public static int strncmp_with_a_buffer(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[8];
        Span<byte> buffer = stackalloc byte[8];
        bpf_get_current_comm(a);
        bpf_get_current_comm(buffer);
        return bpf_strncmp(a, /*!DYN011*/buffer/*!*/);
    }

    [BpfProgram("tc")]
    public static int strncmp_with_a_literal(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[8];
        bpf_get_current_comm(a);
        return bpf_strncmp(a, "systemd"u8);
    }

    [BpfProgram("lsm.s/file_open")]
    public static int xattr_name_in_a_buffer(KernelFile file)
    {
        Span<byte> name = stackalloc byte[8];
        name.Clear();
        "user.a"u8.CopyTo(name);
        bpf_dynptr_from_mem(ref memory, 0, out var ptr);
        bpf_get_file_xattr(file, /*!DYN011*/name/*!*/, ptr);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int xattr_name_in_a_literal(KernelFile file)
    {
        bpf_dynptr_from_mem(ref memory, 0, out var ptr);
        bpf_get_file_xattr(file, "user.a"u8, ptr);
        return 0;
    }

    [BpfProgram("tc")]
    public static int strncmp_with_a_map_value(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[8];
        bpf_get_current_comm(a);
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return bpf_strncmp(a, /*!DYN011*/value.Value/*!*/);
    }
}
