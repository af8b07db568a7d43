using System.Globalization;

namespace Dynptrs.Tool.Structs;

/// <summary>An array of fixed length, which is a type in C#.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Length">How many these are.</param>
internal sealed record FixedArray(string Name, string Element, int Length)
{
    /// <summary>Its declaration.</summary>
    public string Declaration => string.Create(
        CultureInfo.InvariantCulture,
        $"\n[InlineArray({Length})]\ninternal struct {Name}\n{{\n    private {Element} _first;\n}}\n");
}
