namespace Dynptrs;

/// <summary>Where a program asked to send its packet.</summary>
/// <param name="InterfaceIndex">The number of the network interface. Nothing says that there is one.</param>
/// <param name="Flags">0, or <see cref="BpfConstants.BPF_F_INGRESS"/> for the receiving side of the interface.</param>
public readonly record struct RedirectTarget(uint InterfaceIndex, ulong Flags);
