namespace Dynptrs;

/// <summary>Flags of the helpers, under the kernel's names.</summary>
public static class BpfConstants
{
    /// <summary>Map update: create the element or replace it.</summary>
    public const ulong BPF_ANY = 0;

    /// <summary>Map update: only create the element.</summary>
    public const ulong BPF_NOEXIST = 1;

    /// <summary>Map update: only replace the element.</summary>
    public const ulong BPF_EXIST = 2;

    /// <summary>Map update: take the spin lock inside the value.</summary>
    public const ulong BPF_F_LOCK = 4;

    /// <summary>Packet write: adjust the packet's checksum to the new bytes.</summary>
    public const ulong BPF_F_RECOMPUTE_CSUM = 1;

    /// <summary>Packet write: forget the packet's flow hash.</summary>
    public const ulong BPF_F_INVALIDATE_HASH = 2;

    /// <summary>Transport checksum: the field belongs to the pseudo-header.</summary>
    public const ulong BPF_F_PSEUDO_HDR = 16;

    /// <summary>Transport checksum: 0 says that there is none, so leave it alone, and write a sum of 0 as 0xffff.</summary>
    public const ulong BPF_F_MARK_MANGLED_0 = 32;

    /// <summary>Transport checksum: change a checksum of 0, too.</summary>
    public const ulong BPF_F_MARK_ENFORCE = 64;

    /// <summary>Transport checksum: the field is one of IPv6.</summary>
    public const ulong BPF_F_IPV6 = 128;

    /// <summary>Redirection: to the receiving side of the interface.</summary>
    public const ulong BPF_F_INGRESS = 1;

    /// <summary>Ring buffer release: do not wake the reader.</summary>
    public const ulong BPF_RB_NO_WAKEUP = 1;

    /// <summary>Ring buffer release: wake the reader even when it is behind.</summary>
    public const ulong BPF_RB_FORCE_WAKEUP = 2;

    /// <summary>Ring buffer query: the bytes that were not read yet.</summary>
    public const ulong BPF_RB_AVAIL_DATA = 0;

    /// <summary>Ring buffer query: the size.</summary>
    public const ulong BPF_RB_RING_SIZE = 1;

    /// <summary>Ring buffer query: the consumer position.</summary>
    public const ulong BPF_RB_CONS_POS = 2;

    /// <summary>Ring buffer query: the producer position.</summary>
    public const ulong BPF_RB_PROD_POS = 3;

    /// <summary>Ring buffer query: the overwrite position.</summary>
    public const ulong BPF_RB_OVERWRITE_POS = 4;

    /// <summary>The largest number of iterations of <c>bpf_loop</c>.</summary>
    public const uint BPF_MAX_LOOPS = 8388608;

    /// <summary>Key lookup: make a special keyring that is not there yet.</summary>
    public const ulong KEY_LOOKUP_CREATE = 1;

    /// <summary>Key lookup: find a key that is still being made, too.</summary>
    public const ulong KEY_LOOKUP_PARTIAL = 2;

    /// <summary>Extended attribute: only create it.</summary>
    public const int XATTR_CREATE = 1;

    /// <summary>Extended attribute: only replace it.</summary>
    public const int XATTR_REPLACE = 2;
}
