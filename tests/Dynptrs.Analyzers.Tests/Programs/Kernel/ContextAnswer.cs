using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Tests.Programs.Kernel;

/// <summary>Who may access a field of a context.</summary>
/// <param name="Context">The kernel's name of the context.</param>
/// <param name="Field">The kernel's name of the field.</param>
/// <param name="Write">Whether the field is written, not read.</param>
/// <param name="Bytes">How many bytes of it.</param>
/// <param name="Accept">The sections whose program was accepted.</param>
/// <param name="Reject">The sections whose program was rejected.</param>
internal sealed record ContextAnswer(
    string Context,
    string Field,
    bool Write,
    int Bytes,
    ImmutableArray<string> Accept,
    ImmutableArray<string> Reject);
