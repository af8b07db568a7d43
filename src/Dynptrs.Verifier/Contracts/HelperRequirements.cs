using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>What a helper asks of the program that calls it, as its declaration says.</summary>
/// <param name="Helper">The kernel's name of the helper.</param>
public sealed record HelperRequirements(string Helper)
{
    /// <summary>The kernel's number of it, or 0 for a function that the kernel finds by name.</summary>
    public int Id { get; init; }

    /// <summary>The kernel's arguments, in their order.</summary>
    public ImmutableArray<KernelArgument> Arguments { get; init; } = ImmutableArray<KernelArgument>.Empty;

    /// <summary>The program types that may call it, without prefix; empty for every type.</summary>
    public ImmutableArray<string> ProgramTypes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The program types that may not call it, without prefix.</summary>
    public ImmutableArray<string> ExceptProgramTypes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The program types that may write packets, where it gives write access to packet data; empty where it does not.</summary>
    public ImmutableArray<string> PacketWriteProgramTypes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The kernel's name of the helper that does the same with a dynptr, or <see langword="null"/>.</summary>
    public string? DynptrForm { get; init; }

    /// <summary>Whether memory that it is given may be that of a packet, reached through a pointer into it.</summary>
    public bool TakesPacketMemory { get; init; }

    /// <summary>Only a sleepable program may call it.</summary>
    public bool IsSleepable { get; init; }

    /// <summary>Only a program with a licence that is compatible with the GPL may call it.</summary>
    public bool IsGplOnly { get; init; }

    /// <summary>The first kernel that has it, or <see langword="null"/> where that is not said.</summary>
    public KernelVersion? Since { get; init; }
}
