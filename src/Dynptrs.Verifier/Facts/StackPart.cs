using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>Something that lies on the stack: a buffer, or a variable whose address is handed on.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Site">Where it comes about.</param>
/// <param name="Size">How many bytes it takes.</param>
public sealed record StackPart(string Name, Site Site, int Size);
