namespace Dynptrs;

/// <summary>What <c>bpf_ringbuf_query</c> is asked for.</summary>
public enum RingBufQuery : ulong
{
    /// <summary>The bytes that were not read yet.</summary>
    BPF_RB_AVAIL_DATA = BpfConstants.BPF_RB_AVAIL_DATA,

    /// <summary>The size.</summary>
    BPF_RB_RING_SIZE = BpfConstants.BPF_RB_RING_SIZE,

    /// <summary>The consumer position.</summary>
    BPF_RB_CONS_POS = BpfConstants.BPF_RB_CONS_POS,

    /// <summary>The producer position.</summary>
    BPF_RB_PROD_POS = BpfConstants.BPF_RB_PROD_POS,

    /// <summary>The overwrite position.</summary>
    BPF_RB_OVERWRITE_POS = BpfConstants.BPF_RB_OVERWRITE_POS,
}
