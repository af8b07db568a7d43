using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Analyzers.Programs;

/// <summary>What the kernel gives to programs of some types.</summary>
/// <param name="Name">The kernel's name of its type.</param>
/// <param name="Users">The program types that are given it, without prefix.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record ContextStructure(string Name, ImmutableArray<string> Users, ImmutableArray<ContextField> Fields)
{
    /// <summary>An access to some bytes at the start of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="size">How many bytes.</param>
    /// <param name="isWrite">Whether they are written.</param>
    public ContextAccess Access(ContextField field, int size, bool isWrite) => new(Name, field.Name, size, isWrite)
    {
        Users = Users,
        Programs = field.Programs(size, isWrite),
        ProgramsOfWhole = field.Programs(field.Size, isWrite),
        FieldSize = field.Size,
    };
}
