using System;

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
        var log = _log
            ?? throw new InvalidOperationException(
                "A program can redirect its packet only while it runs. Run it through TestRun, whose result shows the target.");
        if ((flags & ~(log.IsXdp ? 0 : BpfConstants.BPF_F_INGRESS)) != 0)
            return log.IsXdp ? XdpAction.XDP_ABORTED : TcAction.TC_ACT_SHOT;
        log.Targets.Add(new RedirectTarget(interfaceIndex, flags));
        return log.IsXdp ? XdpAction.XDP_REDIRECT : TcAction.TC_ACT_REDIRECT;
    }

    /// <summary>Notes from here on, on this thread, in a log.</summary>
    /// <returns>The log until now, to go back to.</returns>
    internal static RedirectLog? Enter(RedirectLog? log)
    {
        var before = _log;
        _log = log;
        return before;
    }
}
