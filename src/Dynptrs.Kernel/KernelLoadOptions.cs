using System;

namespace Dynptrs.Kernel;

/// <summary>How an object is loaded.</summary>
public sealed record KernelLoadOptions
{
    /// <summary>The name of the object, which the kernel shows with its maps; at first that of nothing in particular.</summary>
    public string Name { get; init; } = "object";

    /// <summary>Whether programs are loaded, too, whose sections begin with a question mark: they are not by themselves.</summary>
    public bool LoadsAll { get; init; }

    /// <summary>Gives the variables the values that they start with, or <see langword="null"/> for those of the object.</summary>
    public Action<KernelVariables>? Initialize { get; init; }
}
