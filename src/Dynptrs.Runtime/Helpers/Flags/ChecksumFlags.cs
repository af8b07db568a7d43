using System;

namespace Dynptrs;

/// <summary>How a transport checksum is replaced; the size of the old and the new value, in bytes, is in the lowest four bits.</summary>
[Flags]
public enum ChecksumFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The field belongs to the pseudo-header.</summary>
    BPF_F_PSEUDO_HDR = BpfConstants.BPF_F_PSEUDO_HDR,

    /// <summary>0 says that there is none, so leave it alone, and write a sum of 0 as 0xffff.</summary>
    BPF_F_MARK_MANGLED_0 = BpfConstants.BPF_F_MARK_MANGLED_0,

    /// <summary>Change a checksum of 0, too.</summary>
    BPF_F_MARK_ENFORCE = BpfConstants.BPF_F_MARK_ENFORCE,

    /// <summary>The field is one of IPv6.</summary>
    BPF_F_IPV6 = BpfConstants.BPF_F_IPV6,
}
