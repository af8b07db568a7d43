using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Declarations;

/// <summary>A partial type that generated members go into, with what stands around it.</summary>
/// <param name="Namespace">Its namespace, or empty for the global one.</param>
/// <param name="Declarations">
/// The declarations of the types around it, and its own, outermost first: <c>static partial class Bpf</c>.
/// </param>
/// <param name="HintName">The start of the name of the generated file: the type's full name.</param>
/// <param name="IsDocumented">Whether it has a documentation comment of its own.</param>
/// <param name="Taken">The names that mean something else in it than generated code would take them for.</param>
internal sealed record TypeFrame(
    string Namespace,
    EquatableArray<string> Declarations,
    string HintName,
    bool IsDocumented,
    EquatableArray<string> Taken);
