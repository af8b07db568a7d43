using System;

namespace Dynptrs;

/// <summary>How a route is looked for.</summary>
[Flags]
public enum RouteLookupFlags : uint
{
    /// <summary>By the rules, from the view of what came in.</summary>
    None = 0,

    /// <summary>In one table, without rules.</summary>
    BPF_FIB_LOOKUP_DIRECT = BpfConstants.BPF_FIB_LOOKUP_DIRECT,

    /// <summary>From the view of what is sent.</summary>
    BPF_FIB_LOOKUP_OUTPUT = BpfConstants.BPF_FIB_LOOKUP_OUTPUT,

    /// <summary>Without Ethernet addresses.</summary>
    BPF_FIB_LOOKUP_SKIP_NEIGH = BpfConstants.BPF_FIB_LOOKUP_SKIP_NEIGH,

    /// <summary>In the table that is named.</summary>
    BPF_FIB_LOOKUP_TBID = BpfConstants.BPF_FIB_LOOKUP_TBID,

    /// <summary>With the address to send from.</summary>
    BPF_FIB_LOOKUP_SRC = BpfConstants.BPF_FIB_LOOKUP_SRC,

    /// <summary>By the mark, where there are rules for it.</summary>
    BPF_FIB_LOOKUP_MARK = BpfConstants.BPF_FIB_LOOKUP_MARK,
}
