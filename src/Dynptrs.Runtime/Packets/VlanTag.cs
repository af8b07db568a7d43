namespace Dynptrs;

/// <summary>A VLAN tag.</summary>
/// <param name="Protocol">Which kind of tag it is: <see cref="EtherType.Vlan"/> or <see cref="EtherType.ServiceVlan"/>.</param>
/// <param name="ControlInformation">The tag itself: the number of the VLAN in the lowest twelve bits, and the priority in the highest three.</param>
public readonly record struct VlanTag(EtherType Protocol, ushort ControlInformation);
