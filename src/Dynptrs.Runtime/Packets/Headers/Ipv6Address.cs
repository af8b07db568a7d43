using System;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>An IPv6 address: four words as they stand in memory, each in network order.</summary>
/// <remarks>Follows <c>struct in6_addr</c>, its <c>s6_addr32</c>.</remarks>
[BpfStruct]
[InlineArray(4)]
public partial struct Ipv6Address
{
    private uint _first;

    /// <summary>The address as it is commonly written, such as <c>2001:db8::1</c>.</summary>
    public override readonly string ToString()
    {
        ReadOnlySpan<uint> words = this;
        return new IPAddress(MemoryMarshal.AsBytes(words)).ToString();
    }
}
