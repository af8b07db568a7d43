namespace Dynptrs.Tool.Structs;

/// <summary>A type in a kernel's type information.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; empty for many.</param>
/// <param name="Size">Its size in bytes, for a number, a structure or an enumeration.</param>
/// <param name="Target">What a pointer, an alias or the like is about, or what an array has.</param>
/// <param name="Count">How many members or elements it has.</param>
/// <param name="Flag">What means something else for each kind.</param>
/// <param name="At">Where in the file its members stand, or how a number is encoded.</param>
internal readonly record struct KernelType(int Id, TypeKind Kind, string Name, int Size, int Target, int Count, bool Flag, int At);
