using System.Buffers.Binary;

namespace Dynptrs;

public sealed partial class SkBuff
{
    private const int VlanEthernetHeaderLength = EthernetHeaderLength + VlanHdr.SizeInBytes;
    private const int MacAddressesLength = 2 * MacAddressLength;

    /// <summary>
    /// Adds a VLAN tag as the outermost one. It stands beside the packet, as <see cref="VlanTag"/>; one that stood there goes into the bytes
    /// of the packet. Slices of the packet are dead after the call, whatever it returns.
    /// </summary>
    /// <param name="protocol">
    /// Which kind of tag, in network order: <see cref="EtherType.Vlan"/> or <see cref="EtherType.ServiceVlan"/>; what is something else is
    /// the former.
    /// </param>
    /// <param name="controlInformation">The tag itself, in the machine's own order.</param>
    /// <returns>0.</returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_vlan_push", Id = 18, Since = "4.3", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Adds a VLAN tag to a packet; packet slices are dead afterwards.")]
    public int PushVlan(ushort protocol, ushort controlInformation)
    {
        _buffer.EndSlices();
        if (VlanTag is { } tag)
        {
            Push(MacAddressesLength, VlanHdr.SizeInBytes);
            var bytes = _buffer.LinearSpan(MacAddressesLength, VlanHdr.SizeInBytes);
            BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)tag.Protocol);
            BinaryPrimitives.WriteUInt16BigEndian(bytes[sizeof(ushort)..], tag.ControlInformation);
            if (Checksum is { } sum)
                Checksum = InternetChecksum.Add(sum, InternetChecksum.Sum(bytes, 0));
            _macHeader -= VlanHdr.SizeInBytes;
            _networkHeader -= VlanHdr.SizeInBytes;
            Protocol = NetworkOrder((ushort)tag.Protocol);
        }

        VlanTag = new VlanTag(IsVlan(protocol) ? (EtherType)NetworkOrder(protocol) : EtherType.Vlan, controlInformation);
        return 0;
    }

    /// <summary>
    /// Removes the outermost VLAN tag, wherever it stands; the next one, if there is any, stands beside the packet afterwards, as
    /// <see cref="VlanTag"/>. Slices of the packet are dead after the call, whatever it returns.
    /// </summary>
    /// <returns>0, also where there is no tag; <c>-ENOMEM</c> when the packet is too short for the tag that its type announces.</returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_vlan_pop", Id = 19, Since = "4.3", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Removes a VLAN tag from a packet; packet slices are dead afterwards.")]
    public int PopVlan()
    {
        _buffer.EndSlices();
        if (VlanTag is not null)
            VlanTag = null;
        else if (IsVlan(Protocol) && !TryTakeVlan(out _))
            return -Errno.ENOMEM;
        if (!IsVlan(Protocol))
            return 0;

        var protocol = (EtherType)NetworkOrder(Protocol);
        if (!TryTakeVlan(out var next))
            return -Errno.ENOMEM;
        VlanTag = new VlanTag(protocol, next);
        return 0;
    }

    private bool TryTakeVlan(out ushort controlInformation)
    {
        controlInformation = 0;
        if (Length < VlanEthernetHeaderLength)
            return false;
        _buffer.Pull(VlanEthernetHeaderLength);
        controlInformation = BinaryPrimitives.ReadUInt16BigEndian(_buffer.LinearSpan(EthernetHeaderLength, sizeof(ushort)));
        TryPop(MacAddressesLength, VlanHdr.SizeInBytes);
        _macHeader += VlanHdr.SizeInBytes;
        if (_networkHeader - _buffer.Start < EthernetHeaderLength)
            _networkHeader = _buffer.Start + EthernetHeaderLength;
        Protocol = ProtocolOf(_buffer);
        return true;
    }

    private static bool IsVlan(ushort protocol) => (EtherType)NetworkOrder(protocol) is EtherType.Vlan or EtherType.ServiceVlan;
}
