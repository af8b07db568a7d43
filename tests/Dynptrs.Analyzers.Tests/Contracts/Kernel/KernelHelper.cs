using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dynptrs.Testing;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>A helper or kfunc of the kernel: what its verifier asks of a call, and makes of it.</summary>
internal sealed record KernelHelper
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // What the data says and no property takes would not be compared.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required string Name { get; init; }

    public required string Since { get; init; }

    public required bool SleepableOnly { get; init; }

    public required bool GplOnly { get; init; }

    /// <summary>Whether memory that it is given may be that of a packet: <c>pkt_access</c>.</summary>
    public bool TakesPacketMemory { get; init; }

    /// <summary>The program types that may call it; <c>*</c> for every type.</summary>
    public required ImmutableArray<string> ProgramTypes { get; init; }

    public required ImmutableArray<KernelParameter> Parameters { get; init; }

    public required KernelReturn Returns { get; init; }

    public required KernelAcquisition? AcquiresReference { get; init; }

    public required KernelRelease? ReleasesReference { get; init; }

    public required KernelInvalidation Invalidates { get; init; }

    /// <summary>The region that a call enters or leaves, or <see langword="null"/>.</summary>
    public KernelRegion? Region { get; init; }

    /// <summary>Whether it may be called while a lock is held.</summary>
    public bool AllowedWhileLocked { get; init; }

    /// <summary>All that the data has.</summary>
    public static ImmutableArray<KernelHelper> All { get; } =
        JsonSerializer.Deserialize<ImmutableArray<KernelHelper>>(File.ReadAllText(PathTo("helpers.json")), Options);

    /// <summary>Every program type.</summary>
    public static ImmutableArray<string> AllProgramTypes { get; } =
        [.. All.SelectMany(helper => helper.ProgramTypes).Where(type => type != "*").Distinct()];

    /// <summary>A file beside the tests.</summary>
    public static string PathTo(string file) =>
        Path.Combine(Repository.Root, "tests", "Dynptrs.Analyzers.Tests", "Contracts", "Kernel", file);
}
