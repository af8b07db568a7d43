using System.Text.Json;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>What the verifier knows of the value that a helper returns.</summary>
internal sealed record KernelResult
{
    /// <summary>A bool, or the words for when it is not.</summary>
    public JsonElement? MayBeNull { get; init; }

    public string? SliceOf { get; init; }

    /// <summary>The argument, or the property of the map, that gives the size.</summary>
    public string? SizeFrom { get; init; }

    /// <summary>The argument that says the type.</summary>
    public string? TypeFrom { get; init; }

    /// <summary><c>always</c>, <c>never</c>, or what it depends on.</summary>
    public string? Readonly { get; init; }

    public string? RegType { get; init; }

    public string? Range { get; init; }

    /// <summary>The argument whose size the number does not exceed, unless it is an errno.</summary>
    public string? AtMostSizeOf { get; init; }
}
