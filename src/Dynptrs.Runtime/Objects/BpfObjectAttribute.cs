using System;

namespace Dynptrs;

/// <summary>
/// This static partial class is a BPF object: its <see cref="BpfProgramAttribute">programs</see>, maps and globals belong together, as
/// those of one object file do. The generator adds a nested class <c>Skeleton</c>, as <c>bpftool gen skeleton</c> writes one for C.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BpfObjectAttribute : Attribute
{
    /// <summary>
    /// The licence of the programs, such as <c>"GPL"</c> or <c>"Dual MIT/GPL"</c>; the kernel gives some helpers, and all kfuncs, only to
    /// licences that are compatible with the GPL.
    /// </summary>
    public string License { get; set; } = "";
}
