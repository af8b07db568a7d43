using System;

namespace Dynptrs;

/// <summary>
/// The method implements a kernel helper or kfunc. The generator emits a stub under the kernel's name for it, with the
/// method's contract.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BpfHelperAttribute : Attribute
{
    /// <summary>Names the helper.</summary>
    /// <param name="name">The kernel's name, for example <c>"bpf_dynptr_write"</c>.</param>
    public BpfHelperAttribute(string name) => Name = name;

    /// <summary>The kernel's name of the helper.</summary>
    public string Name { get; }

    /// <summary>
    /// The kernel's arguments in their order: the name of a parameter, <c>"this"</c> for the receiver; <c>"sizeof destination"</c> for the
    /// number of bytes of a parameter's memory, and <c>"sizeof return"</c> for that of the value behind the view that is returned, also
    /// with a sum, as in <c>"sizeof format + 1"</c>; <c>"typeof return"</c> for the kernel's number of the type that is returned; a number
    /// for an argument that the method leaves out. Empty when the receiver comes first and the rest follows in the order of the
    /// declaration, each span with its number of bytes, unless another parameter is its length or the kernel takes it as a string.
    /// </summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>The kernel's number of the helper; 0 for a kfunc, which the kernel finds by its name.</summary>
    public int Id { get; set; }

    /// <summary>The first kernel version that has the helper, for example <c>"6.4"</c>.</summary>
    public string? Since { get; set; }

    /// <summary>The program types that may call it, without the prefix <c>BPF_PROG_TYPE_</c>; empty for every type.</summary>
    public string[] ProgramTypes { get; set; } = [];

    /// <summary>
    /// The program types that may not call it where <see cref="ProgramTypes"/> names none, without the prefix <c>BPF_PROG_TYPE_</c>.
    /// </summary>
    public string[] ExceptProgramTypes { get; set; } = [];

    /// <summary>
    /// The program types that may write packets, without the prefix <c>BPF_PROG_TYPE_</c>, for a helper that gives write access to packet
    /// data and is refused in all other types; empty for a helper that does not.
    /// </summary>
    /// <remarks>
    /// Follows <c>may_access_direct_pkt_data</c>, which the kernel asks for <c>bpf_dynptr_slice_rdwr</c> whatever the dynptr is made of.
    /// </remarks>
    public string[] PacketWriteProgramTypes { get; set; } = [];

    /// <summary>
    /// Whether the memory that it is given may be that of a packet, reached through a pointer into it. Kfuncs take that in any case.
    /// </summary>
    /// <remarks>Follows <c>pkt_access</c> of <c>struct bpf_func_proto</c>. Slices of a dynptr are plain memory, and always taken.</remarks>
    public bool TakesPacketMemory { get; set; }

    /// <summary>Whether only a sleepable program may call it.</summary>
    public bool Sleepable { get; set; }

    /// <summary>Whether only a program with a licence that is compatible with the GPL may call it, as it is for every kfunc.</summary>
    public bool GplOnly { get; set; }

    /// <summary>Whether it works on Linux only, and answers <c>-EOPNOTSUPP</c>, or null, elsewhere.</summary>
    public bool LinuxOnly { get; set; }

    /// <summary>
    /// Whether the generator emits a stub for it. An overload that only leaves out numbers, which are then 0, needs none.
    /// </summary>
    public bool HasStub { get; set; } = true;

    /// <summary>
    /// The kernel's name of the helper that does the same with a dynptr instead of plain memory, for example
    /// <c>"bpf_ringbuf_submit_dynptr"</c> for <c>bpf_ringbuf_submit</c>: its parameters have the same names, as far as both have them.
    /// </summary>
    public string? DynptrForm { get; set; }

    /// <summary>
    /// The name of the static method, or of the static field or property with a delegate, that does the work of a <see langword="static"/>
    /// <see langword="partial"/> method: the generator writes its body, which checks the arguments and calls this. If it is not set: the
    /// method's own name with the suffix <c>Core</c>.
    /// </summary>
    public string? Implementation { get; set; }

    /// <summary>One sentence that says what the helper does, for the documentation of its stub.</summary>
    public string? Summary { get; set; }
}
