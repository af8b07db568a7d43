namespace Dynptrs.Generators.Objects;

/// <summary>A global variable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Section">Where C would put it.</param>
/// <param name="Setting">What it may be set to before loading, or <see langword="null"/> where it is not set then.</param>
internal sealed record ObjectGlobal(ObjectField Field, DataSection Section, LoadTimeSetting? Setting);
