namespace Dynptrs.Tool.Structs;

/// <summary>A field of what a tracepoint gives to programs.</summary>
/// <param name="Name">
/// The kernel's name of it; behind <c>__data_loc_</c> or <c>__rel_loc_</c> where it is the place of what varies in length.
/// </param>
/// <param name="Declaration">How it is declared in C, without the name.</param>
/// <param name="Count">How many elements it has, or 0 for what is no array.</param>
/// <param name="Offset">Where it lies.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="IsSigned">Whether it is a number with a sign.</param>
internal sealed record TracepointField(string Name, string Declaration, int Count, int Offset, int Size, bool IsSigned)
{
    /// <summary>The type in C# of it or, of an array, of its elements; <see langword="null"/> where there is none.</summary>
    public string? Type => (Count > 0 ? Size / Count : Size, IsSigned) switch
    {
        (8, _) when Declaration.EndsWith('*') => "nuint",
        (1, _) when Declaration is "bool" => "bool",
        (1, _) when Count > 0 => "byte",
        (1, true) => "sbyte",
        (1, false) => "byte",
        (2, true) => "short",
        (2, false) => "ushort",
        (4, true) => "int",
        (4, false) => "uint",
        (8, true) => "long",
        (8, false) => "ulong",
        _ => null,
    };
}
