namespace Dynptrs;

/// <summary>The start of an encrypted payload.</summary>
/// <remarks>Follows <c>struct ip_esp_hdr</c>.</remarks>
[BpfStruct]
public partial struct EspHdr
{
    /// <summary>Which security association it belongs to, <c>spi</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private uint _spi;

    /// <summary>The number of the packet, <c>seq_no</c>.</summary>
    [NetworkOrder]
    private uint _sequence;
}
