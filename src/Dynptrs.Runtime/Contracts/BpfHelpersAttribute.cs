using System;

namespace Dynptrs;

/// <summary>The generator fills this static partial class with a stub for every helper that the runtime implements.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BpfHelpersAttribute : Attribute
{
    /// <summary>The kernel version that the program is written for, for example <c>"7.2"</c>; the newest when it is not set.</summary>
    public string? Kernel { get; set; }

    /// <summary>
    /// The kernel's names of the helpers to emit; all when it is empty. A trailing <c>*</c> matches any suffix: <c>"bpf_dynptr_*"</c>.
    /// </summary>
    public string[] Include { get; set; } = [];

    /// <summary>The kernel's names of the helpers to leave out, written as in <see cref="Include"/>.</summary>
    public string[] Exclude { get; set; } = [];

    /// <summary>
    /// The program types that the stubs are for, without the prefix <c>BPF_PROG_TYPE_</c>, for example <c>"XDP"</c>: helpers that none of
    /// them may call are left out. Empty for every type.
    /// </summary>
    public string[] Programs { get; set; } = [];
}
