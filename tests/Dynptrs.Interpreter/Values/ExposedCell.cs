using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter.Values;

/// <summary>A cell whose content lies in memory, because a span covers its variable.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Offset">Where.</param>
/// <param name="Type">The type of the content.</param>
public sealed record ExposedCell(MemoryRegion Memory, int Offset, IrType Type) : Value;
