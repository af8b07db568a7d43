namespace Dynptrs.Generators.Objects;

/// <summary>A global variable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Section">Where C would put it.</param>
internal sealed record ObjectGlobal(ObjectField Field, DataSection Section);
