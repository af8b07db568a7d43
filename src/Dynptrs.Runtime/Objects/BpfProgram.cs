using System;

namespace Dynptrs;

/// <summary>A program of a BPF object: what its section says, and the method.</summary>
public abstract class BpfProgram
{
    private protected BpfProgram(string name, string section, string programType, string? attachTarget, Delegate method)
    {
        ArgumentNullException.ThrowIfNull(method);
        Name = name;
        Section = section;
        ProgramType = programType;
        AttachTarget = attachTarget;
        Method = method;
    }

    /// <summary>The name of the program.</summary>
    public string Name { get; }

    /// <summary>The section string of libbpf, as written.</summary>
    public string Section { get; }

    /// <summary>The program type, without the prefix <c>BPF_PROG_TYPE_</c>, for example <c>"XDP"</c>.</summary>
    public string ProgramType { get; }

    /// <summary>
    /// What the program attaches to, for a section that names it: <c>"syscalls/sys_enter_nanosleep"</c>; else <see langword="null"/>.
    /// </summary>
    public string? AttachTarget { get; }

    /// <summary>Whether the program is loaded by default: its section does not start with a question mark.</summary>
    public bool IsLoadedByDefault => !Section.StartsWith('?');

    /// <summary>The method.</summary>
    public Delegate Method { get; }

    /// <summary>The name and the section.</summary>
    public override string ToString() => $"{Name} (SEC(\"{Section}\"))";
}
