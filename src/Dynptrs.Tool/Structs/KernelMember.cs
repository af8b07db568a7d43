namespace Dynptrs.Tool.Structs;

/// <summary>A member of a structure or union.</summary>
/// <param name="Name">Its name, or the empty string.</param>
/// <param name="Type">The number of its type.</param>
/// <param name="Bits">Of how many bits it is, or 0 where it has bytes of its own.</param>
internal readonly record struct KernelMember(string Name, int Type, int Bits);
