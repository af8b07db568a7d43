namespace Dynptrs.Tool.Structs;

/// <summary>A field of what a tracepoint gives to programs.</summary>
/// <param name="Name">The kernel's name of it.</param>
/// <param name="Size">Its size in bytes.</param>
internal sealed record TracepointField(string Name, int Size);
