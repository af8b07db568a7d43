namespace Dynptrs.Generators.Objects;

/// <summary>A map.</summary>
/// <param name="Field">The field.</param>
/// <param name="HostType">The type by which the host uses it, in this process or in the kernel; empty where it has none.</param>
internal sealed record ObjectMap(ObjectField Field, string HostType);
