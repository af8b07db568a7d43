using System.Globalization;

namespace Dynptrs;

/// <summary>An IPv4 address.</summary>
/// <remarks>Follows <c>struct in_addr</c>.</remarks>
[BpfStruct]
public partial struct Ipv4Address
{
    /// <summary>The address as it stands in memory, in network order: what the kernel's <c>__be32</c> holds.</summary>
    [NetworkOrder("Value")]
    public uint Raw;

    /// <summary>The address as it is commonly written, such as <c>192.0.2.1</c>.</summary>
    public override readonly string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value >> 24}.{(byte)(Value >> 16)}.{(byte)(Value >> 8)}.{(byte)Value}");
}
