using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>The reference that a call takes.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="ReleasedBy">What gives it back.</param>
/// <param name="Parent">Of whom it is a child, or <see langword="null"/>.</param>
internal sealed record KernelAcquisition(string Kind, ImmutableArray<string>? ReleasedBy, string? Parent);
