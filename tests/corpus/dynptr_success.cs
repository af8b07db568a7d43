using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

/// <summary>What the programs of the suite share: maps, globals and functions. The programs stand in the other parts.</summary>
[BpfObject(License = "GPL")]
internal static partial class DynptrSuccess
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static readonly ArrayMap<uint> array_map = new(maxEntries: 1);

    private static int pid;
    private static int err;
    private static int val;

    private static bool is_test_process() => (int)(bpf_get_current_pid_tgid() >> 32) == pid;

    private static int memcmp(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, uint length)
    {
        for (int i = 0; i < length; i++)
        {
            if (left[i] != right[i])
                return left[i] < right[i] ? -1 : 1;
        }

        return 0;
    }

    /// <summary>What a global variable starts with.</summary>
    private static T Global<T>(ReadOnlySpan<byte> text)
        where T : unmanaged
    {
        T value = default;
        text.CopyTo(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }
}
