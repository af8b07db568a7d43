using System;

namespace Dynptrs;

/// <summary>Which keys a lookup finds.</summary>
[Flags]
public enum KeyLookupFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Make a special keyring that is not there yet.</summary>
    KEY_LOOKUP_CREATE = BpfConstants.KEY_LOOKUP_CREATE,

    /// <summary>Find a key that is still being made, too.</summary>
    KEY_LOOKUP_PARTIAL = BpfConstants.KEY_LOOKUP_PARTIAL,
}
