using System;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <content>Where a program is attached.</content>
public sealed unsafe partial class KernelProgram
{
    private const int SchedCls = 3;
    private const int Netfilter = 32;
    private const int XdpAttachment = 37;
    private const int NetfilterAttachment = 45;
    private const int TcxIngress = 46;
    private const int TcxEgress = 47;

    /// <summary>
    /// Attaches the program where its section says: to the tracepoint, the function, the hook that it names, such as
    /// <c>"raw_tp/sys_enter"</c>, <c>"fentry/do_unlinkat"</c> or <c>"lsm/file_open"</c>.
    /// </summary>
    /// <returns>The link; dispose of it to detach the program.</returns>
    /// <exception cref="BpfLoadException">It cannot be attached: its section names no place, or the place is not there.</exception>
    public KernelLink Attach()
    {
        _ = Descriptor;
        using var messages = new LibBpfMessages();
        var link = LibBpf.Attach(Handle);
        return link != 0
            ? new KernelLink(_object, link)
            : throw LoadFailure.OfAttachment(Marshal.GetLastPInvokeError(), this, messages.Text);
    }

    /// <summary>Attaches an XDP program to a network interface.</summary>
    /// <param name="interfaceIndex">The number of the interface, as <c>ip link</c> shows it.</param>
    /// <param name="mode">Who runs it.</param>
    /// <returns>The link; dispose of it to detach the program.</returns>
    /// <exception cref="InvalidOperationException">It is a program of another type.</exception>
    /// <exception cref="BpfLoadException">It cannot be attached: another is, or there is no such interface.</exception>
    public KernelLink AttachXdp(int interfaceIndex, XdpMode mode = XdpMode.Any)
    {
        ThrowUnless(Type == Xdp, "an XDP program");
        return Link(new LinkArguments { Target = interfaceIndex, AttachType = XdpAttachment, Flags = (uint)mode });
    }

    /// <summary>Attaches a program of traffic control to a network interface, in front of those that are there. Since Linux 6.6.</summary>
    /// <param name="interfaceIndex">The number of the interface.</param>
    /// <param name="direction">Which packets it is given.</param>
    /// <returns>The link; dispose of it to detach the program.</returns>
    /// <exception cref="InvalidOperationException">It is a program of another type.</exception>
    /// <exception cref="BpfLoadException">It cannot be attached: there is no such interface.</exception>
    public KernelLink AttachTraffic(int interfaceIndex, TrafficDirection direction)
    {
        ThrowUnless(Type == SchedCls, "a program of traffic control, of a section such as \"tc\" or \"tcx/ingress\"");
        var type = direction == TrafficDirection.Ingress ? TcxIngress : TcxEgress;
        return Link(new LinkArguments { Target = interfaceIndex, AttachType = type });
    }

    /// <summary>Attaches a program to a control group, for the processes in it and below it.</summary>
    /// <param name="path">The folder of the group, such as <c>/sys/fs/cgroup/service</c>.</param>
    /// <returns>The link; dispose of it to detach the program.</returns>
    /// <exception cref="InvalidOperationException">It is a program of another type.</exception>
    /// <exception cref="BpfLoadException">It cannot be attached: there is no such group of the second version.</exception>
    public KernelLink AttachCgroup(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ThrowUnless(
            Section.TrimStart('?').StartsWith("cgroup", StringComparison.Ordinal),
            "a program of control groups, of a section such as \"cgroup_skb/ingress\"");
        using var folder = LibC.OpenFolder(path);
        if (folder.IsInvalid)
            throw LoadFailure.Of(Marshal.GetLastPInvokeError(), $"The program `{Name}` is not attached to {path}");
        return Link(new LinkArguments { Target = (int)folder.DangerousGetHandle(), AttachType = LibBpf.AttachType(Handle) });
    }

    /// <summary>Attaches a netfilter program to a hook. Since Linux 6.4.</summary>
    /// <param name="hook">The hook.</param>
    /// <returns>The link; dispose of it to detach the program.</returns>
    /// <exception cref="InvalidOperationException">It is a program of another type.</exception>
    /// <exception cref="BpfLoadException">It cannot be attached: another has that priority.</exception>
    public KernelLink AttachNetfilter(NetfilterHook hook)
    {
        ThrowUnless(Type == Netfilter, "a netfilter program");
        return Link(new LinkArguments
        {
            AttachType = NetfilterAttachment,
            Family = (uint)hook.Family,
            Hook = (uint)hook.Point,
            Priority = hook.Priority,
            HookFlags = hook.Defragments ? 1u : 0,
        });
    }

    private KernelLink Link(LinkArguments arguments)
    {
        arguments.Program = Descriptor;
        var link = KernelCalls.CreateLink(arguments, out var error);
        return link is not null ? new KernelLink(_object, link) : throw LoadFailure.Of(error, $"The program `{Name}` is not attached");
    }

    private void ThrowUnless(bool fits, string what)
    {
        if (!fits)
            throw new InvalidOperationException($"The program `{Name}` of the section \"{Section}\" is not attached so: it is not {what}.");
    }
}
