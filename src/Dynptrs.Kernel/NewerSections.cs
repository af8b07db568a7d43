using System;
using System.Collections.Generic;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>Sections that libbpf knows since 1.3: programs are of their types with older ones, too.</summary>
internal static class NewerSections
{
    private static readonly Dictionary<string, (int Program, int Attach)> Types = new(StringComparer.Ordinal)
    {
        ["netfilter"] = (32, 45),
        ["tcx/ingress"] = (3, 46),
        ["tcx/egress"] = (3, 47),
        ["netkit/primary"] = (3, 54),
        ["netkit/peer"] = (3, 55),
    };

    /// <summary>Gives a program the type of its section.</summary>
    /// <param name="program">The program, which is not loaded yet.</param>
    /// <param name="section">Its section.</param>
    /// <returns>The type; 0 for a section that is not known here either.</returns>
    public static int SetType(nint program, string section)
    {
        if (!Types.TryGetValue(section.TrimStart('?'), out var types))
            return 0;
        _ = LibBpf.SetProgramType(program, types.Program);
        _ = LibBpf.SetAttachType(program, types.Attach);
        return types.Program;
    }
}
