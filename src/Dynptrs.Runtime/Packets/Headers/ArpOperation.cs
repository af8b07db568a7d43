namespace Dynptrs;

/// <summary>What an <see cref="ArpHdr"/> is: <c>ARPOP_*</c>.</summary>
public enum ArpOperation : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A request, <c>ARPOP_REQUEST</c>.</summary>
    Request = 1,

    /// <summary>The answer, <c>ARPOP_REPLY</c>.</summary>
    Reply = 2,
}
