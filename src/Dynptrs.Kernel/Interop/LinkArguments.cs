using System.Runtime.InteropServices;

namespace Dynptrs.Kernel.Interop;

/// <summary>What the kernel is given to attach a program: <c>link_create</c> of <c>union bpf_attr</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 48)]
internal struct LinkArguments
{
    /// <summary>The program.</summary>
    [FieldOffset(0)]
    public int Program;

    /// <summary>The descriptor, or the number of a network interface, of what it is attached to.</summary>
    [FieldOffset(4)]
    public int Target;

    /// <summary>The <c>enum bpf_attach_type</c>.</summary>
    [FieldOffset(8)]
    public int AttachType;

    /// <summary>How, for XDP.</summary>
    [FieldOffset(12)]
    public uint Flags;

    /// <summary>For netfilter: the protocol family.</summary>
    [FieldOffset(16)]
    public uint Family;

    /// <summary>For netfilter: the hook.</summary>
    [FieldOffset(20)]
    public uint Hook;

    /// <summary>For netfilter: the priority.</summary>
    [FieldOffset(24)]
    public int Priority;

    /// <summary>For netfilter: what else is asked for.</summary>
    [FieldOffset(28)]
    public uint HookFlags;
}
