namespace Dynptrs.Generators.Models;

/// <summary>A class that is to be filled.</summary>
/// <param name="Namespace">Its namespace, or empty for the global one.</param>
/// <param name="Declarations">The declarations of the types around it, and its own, outermost first: <c>static partial class Bpf</c>.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Kernel">The kernel that it is written for, or <see langword="null"/> for the newest.</param>
/// <param name="IsDocumented">Whether it has a documentation comment of its own.</param>
internal sealed record StubTarget(string Namespace, EquatableArray<string> Declarations, string HintName, KernelVersion? Kernel, bool IsDocumented);
