namespace Dynptrs.Generators.Structs;

/// <summary>The constant that holds where a field lies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The offset in bytes.</param>
internal sealed record FieldOffset(string Name, string Field, int Value);
