namespace Dynptrs;

/// <summary>Sees one sample of a <see cref="UserRingBuf"/>.</summary>
/// <param name="sample">The sample. It is lent: it belongs to the drain, and is gone when the callback returns.</param>
/// <returns>0 to go on, 1 to stop.</returns>
[return: InRange(0, 1)]
public delegate int UserRingBufCallback([Borrowed("local")] ref Dynptr sample);
