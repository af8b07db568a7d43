using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

/// <summary>What the programs of the suite share: maps, globals and functions. The programs stand in the other parts.</summary>
internal static partial class DynptrFail
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly ArrayMap<uint> array_map3 = new(maxEntries: 1);
    private static readonly ArrayMap<ulong> array_map4 = new(maxEntries: 1);

    private static int val;
    private static int err;
    private static uint hdr_size = 14;

    /// <summary>Makes a dynptr over the one value of a map. A lookup of a constant key in an array does not miss.</summary>
    private static int get_map_val_dynptr(out Dynptr ptr)
    {
        uint key = 0;
        bpf_map_update_elem(array_map3, key, (uint)val, 0);
        MapValue<uint> map_val = bpf_map_lookup_elem(array_map3, key);
        if (!map_val)
        {
            ptr = default;
            return -Errno.ENOENT;
        }

        bpf_dynptr_from_mem(ref map_val.Value, 0, out ptr);
        return 0;
    }

    [BpfStruct]
    private partial struct Sample
    {
        public int pid;
        [Padding] private uint _padding4;
        public long value;
        public Comm comm;
    }

    [InlineArray(64)]
    private struct Buffer64
    {
        private byte _first;
    }
}
