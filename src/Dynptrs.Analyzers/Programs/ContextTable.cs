using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Analyzers.Programs;

/// <summary>The contexts of programs, and which of their fields which programs may read and write.</summary>
internal static class ContextTable
{
    private static readonly ImmutableArray<ContextStructure> All = [.. PacketContexts.Contexts, .. SocketContexts.Contexts, .. TracingContexts.Contexts];

    /// <summary>A context by its kernel name, or <see langword="null"/> for one that is not known.</summary>
    public static ContextStructure? Find(string name) => All.FirstOrDefault(structure => structure.Name == name);

    /// <summary>A field of a context, or <see langword="null"/> where that has none of the name.</summary>
    public static ContextField? Find(ContextStructure structure, string name) =>
        structure.Fields.FirstOrDefault(field => field.Name == name);
}
