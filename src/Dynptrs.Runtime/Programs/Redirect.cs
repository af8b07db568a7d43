using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>Sends the packet of the running program to another network interface.</summary>
/// <remarks>
/// Follows the kernel, which notes the target for the CPU that runs the program, and looks at it when the program has answered: here the
/// target is noted for the <see cref="TestRun"/> of the calling thread, whose result shows it. No packet is sent.
/// </remarks>
public static class Redirect
{
    [ThreadStatic]
    private static RedirectLog? _log;

    /// <summary>Notes the interface that the packet shall go to. Of several calls the last one counts.</summary>
    /// <param name="interfaceIndex">The number of the interface, which is not checked.</param>
    /// <param name="flags">
    /// For an XDP program 0; else <see cref="BpfConstants.BPF_F_INGRESS"/> for the receiving side of the interface.
    /// </param>
    /// <returns>
    /// What the program is to return: <see cref="XdpAction.XDP_REDIRECT"/>, or <see cref="XdpAction.XDP_ABORTED"/> for flags; for other
    /// types of program <see cref="TcAction.TC_ACT_REDIRECT"/>, or <see cref="TcAction.TC_ACT_SHOT"/> for other flags.
    /// </returns>
    /// <exception cref="InvalidOperationException">The thread runs no program: run it through <see cref="TestRun"/>.</exception>
    [BpfHelper("bpf_redirect", Id = 23, Since = "4.4", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT", "XDP"],
        Summary = "Notes the network interface that the packet shall go to, and gives the action that the program is to return.")]
    public static int ToInterface(uint interfaceIndex, [FlagsOf(typeof(RedirectFlags))] ulong flags)
    {
        var log = OfRunning();
        if ((flags & ~(log.IsXdp ? 0 : BpfConstants.BPF_F_INGRESS)) != 0)
            return log.IsXdp ? XdpAction.XDP_ABORTED : TcAction.TC_ACT_SHOT;
        log.Targets.Add(new RedirectTarget(interfaceIndex, flags));
        return log.IsXdp ? XdpAction.XDP_REDIRECT : TcAction.TC_ACT_REDIRECT;
    }

    /// <summary>
    /// Notes the interface whose other end the packet shall go to, in the network of that end. Of several calls the last one counts.
    /// </summary>
    /// <param name="interfaceIndex">The number of the interface, which is not checked.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>
    /// What the program is to return: <see cref="TcAction.TC_ACT_REDIRECT"/>, or <see cref="TcAction.TC_ACT_SHOT"/> for flags.
    /// </returns>
    /// <exception cref="InvalidOperationException">The thread runs no program: run it through <see cref="TestRun"/>.</exception>
    [BpfHelper("bpf_redirect_peer", Id = 155, Since = "5.10", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Notes the network interface whose other end the packet shall go to, and gives the action that the program is to return.")]
    public static int ToPeer(uint interfaceIndex, [InRange(0, 0)] ulong flags = 0)
    {
        var log = OfRunning();
        if (flags != 0)
            return TcAction.TC_ACT_SHOT;
        log.Targets.Add(new RedirectTarget(interfaceIndex, flags) { Way = RedirectWay.Peer });
        return TcAction.TC_ACT_REDIRECT;
    }

    /// <summary>
    /// Notes the interface that the packet shall go to, with the Ethernet address of its next hop, which the kernel looks up. Of several
    /// calls the last one counts.
    /// </summary>
    /// <param name="interfaceIndex">The number of the interface, which is not checked.</param>
    /// <param name="nextHop">A <see cref="NextHop"/>, or nothing for that of the packet's route.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>
    /// What the program is to return: <see cref="TcAction.TC_ACT_REDIRECT"/>, or <see cref="TcAction.TC_ACT_SHOT"/> for flags, or for fewer
    /// bytes than the next hop has.
    /// </returns>
    /// <exception cref="InvalidOperationException">The thread runs no program: run it through <see cref="TestRun"/>.</exception>
    [BpfHelper("bpf_redirect_neigh", Id = 152, Since = "5.10", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Notes the network interface that the packet shall go to through a next hop, and gives the action that the program is to return.")]
    public static int ToNeighbour(uint interfaceIndex, [MayBeNull] scoped ReadOnlySpan<byte> nextHop, [InRange(0, 0)] ulong flags = 0)
    {
        var log = OfRunning();
        if (flags != 0 || (!nextHop.IsEmpty && nextHop.Length < Unsafe.SizeOf<NextHop>()))
            return TcAction.TC_ACT_SHOT;
        log.Targets.Add(new RedirectTarget(interfaceIndex, flags)
        {
            Way = RedirectWay.Neighbour,
            NextHop = nextHop.IsEmpty ? null : MemoryMarshal.Read<NextHop>(nextHop),
        });
        return TcAction.TC_ACT_REDIRECT;
    }

    /// <summary>
    /// Notes the interface that the packet shall go to, with the Ethernet address of its next hop, which the kernel looks up. Of several
    /// calls the last one counts.
    /// </summary>
    /// <param name="interfaceIndex">The number of the interface, which is not checked.</param>
    /// <param name="nextHop">The next hop.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>
    /// What the program is to return: <see cref="TcAction.TC_ACT_REDIRECT"/>, or <see cref="TcAction.TC_ACT_SHOT"/> for flags.
    /// </returns>
    /// <exception cref="InvalidOperationException">The thread runs no program: run it through <see cref="TestRun"/>.</exception>
    [BpfHelper("bpf_redirect_neigh", Id = 152, Arguments = ["interfaceIndex", "nextHop", "sizeof nextHop", "flags"],
        Since = "5.10", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Notes the network interface that the packet shall go to through a next hop, and gives the action that the program is to return.")]
    public static int ToNeighbour(uint interfaceIndex, scoped in NextHop nextHop, [InRange(0, 0)] ulong flags = 0) =>
        ToNeighbour(interfaceIndex, MemoryMarshal.AsBytes(new ReadOnlySpan<NextHop>(in nextHop)), flags);

    /// <summary>The log of the program that the thread runs.</summary>
    internal static RedirectLog OfRunning() => _log
        ?? throw new InvalidOperationException(
            "A program can redirect its packet only while it runs. Run it through TestRun, whose result shows the target.");

    /// <summary>Notes from here on, on this thread, in a log.</summary>
    /// <returns>The log until now, to go back to.</returns>
    internal static RedirectLog? Enter(RedirectLog? log)
    {
        var before = _log;
        _log = log;
        return before;
    }
}
