using System.Globalization;

namespace Dynptrs.CodeFixes.Structs;

/// <summary>A field that declares padding.</summary>
/// <param name="Offset">Where it lies.</param>
/// <param name="Size">How many bytes it declares.</param>
internal sealed record PaddingField(int Offset, int Size)
{
    public string Name => "_padding" + Offset.ToString(CultureInfo.InvariantCulture);

    public string Type => Size switch
    {
        1 => "byte",
        2 => "ushort",
        4 => "uint",
        _ => "ulong",
    };
}
