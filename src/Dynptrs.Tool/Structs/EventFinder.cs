using System;
using System.Linq;

namespace Dynptrs.Tool.Structs;

/// <summary>
/// Finds the struct in which the kernel gives a tracepoint to programs: tracepoints that are alike share one, under the name of any of them.
/// </summary>
/// <param name="types">The types.</param>
internal sealed class EventFinder(TypeFile types)
{
    // What each begins with, and what those end with that have more of a varying length behind.
    private const string Head = "ent";
    private const string Tail = "__data";

    /// <summary>The name of the struct.</summary>
    /// <param name="format">What the kernel tells of the tracepoint.</param>
    /// <exception cref="ToolException">There is none.</exception>
    public string Find(TracepointFormat format)
    {
        var own = StructNames.EventPrefix + format.Name;
        if (types.FindStructure(own) is { } structure && Fits(structure, format))
            return own;
        return types.StructureNames
            .Where(name => name.StartsWith(StructNames.EventPrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(name => Fits(types.FindStructure(name)!.Value, format))
            ?? throw new ToolException(
                $"These types have no struct with the fields of `{format.Name}`. Those of system calls are `{StructNames.EventPrefix}sys_enter` "
                + $"and `{StructNames.EventPrefix}sys_exit`: `dynptr structs` writes their classes.");
    }

    private bool Fits(KernelType structure, TracepointFormat format) =>
        types.Members(structure)
            .Where(member => member.Name is not (Head or Tail))
            .Select(member => (member.Name, Size: SizeOf(types.Resolve(member.Type))))
            .SequenceEqual(format.Fields.Select(field => (field.Name, field.Size)));

    private int SizeOf(KernelType type) => type.Kind switch
    {
        TypeKind.Pointer => sizeof(ulong),
        TypeKind.Array => type.Count * SizeOf(types.Resolve(type.Target)),
        _ => type.Size,
    };
}
