using System;

namespace Dynptrs;

/// <summary>
/// The method is a BPF program: it and all that it reaches is program code, held to the kernel's strictness.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BpfProgramAttribute : Attribute
{
    /// <summary>Names the section.</summary>
    /// <param name="section">The section string of libbpf, for example <c>"tc"</c> or <c>"tp/syscalls/sys_enter_nanosleep"</c>.</param>
    public BpfProgramAttribute(string section) => Section = section;

    /// <summary>The section string of libbpf, which gives the program type and the attach point.</summary>
    public string Section { get; }
}
