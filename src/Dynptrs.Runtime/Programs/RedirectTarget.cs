namespace Dynptrs;

/// <summary>Where a program asked to send its packet.</summary>
/// <param name="InterfaceIndex">
/// The number of the network interface. Nothing says that there is one. By a map it is what the map has for the key: the number of an
/// interface, the length of a processor's queue, or a socket; 0 for all interfaces of the map.
/// </param>
/// <param name="Flags">
/// 0, <see cref="BpfConstants.BPF_F_INGRESS"/> for the receiving side of the interface, or those of <see cref="RedirectMap.Redirect"/>.
/// </param>
public readonly record struct RedirectTarget(uint InterfaceIndex, ulong Flags)
{
    /// <summary>In which way.</summary>
    public RedirectWay Way { get; init; }

    /// <summary>The map that the program asked, or <see langword="null"/>.</summary>
    public RedirectMap? Map { get; init; }

    /// <summary>The key that it asked for.</summary>
    public uint Key { get; init; }

    /// <summary>The next hop, which the kernel sends to by its Ethernet address; <see langword="null"/> for that of the packet's route.</summary>
    public NextHop? NextHop { get; init; }
}
