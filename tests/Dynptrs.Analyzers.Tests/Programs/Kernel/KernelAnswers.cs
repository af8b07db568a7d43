using System.Collections.Immutable;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dynptrs.Testing;

namespace Dynptrs.Analyzers.Tests.Programs.Kernel;

/// <summary>What Linux 7.2 answered to programs that were loaded to ask it.</summary>
internal static class KernelAnswers
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // What the data says and no property takes would not be compared.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Programs that read or write one field of their context.</summary>
    public static ImmutableArray<ContextAnswer> Contexts { get; } = Read<ContextAnswer>("context-fields.json");

    /// <summary>Programs that return a number.</summary>
    public static ImmutableArray<ResultAnswer> Results { get; } = Read<ResultAnswer>("program-results.json");

    /// <summary>Programs with a licence.</summary>
    public static ImmutableArray<LicenseAnswer> Licenses { get; } = Read<LicenseAnswer>("licenses.json");

    private static ImmutableArray<T> Read<T>(string file) => JsonSerializer.Deserialize<ImmutableArray<T>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Dynptrs.Analyzers.Tests", "Programs", "Kernel", file)),
        Options);
}
