namespace Dynptrs;

/// <summary>Sees one sample of a <see cref="UserRingBuf"/>.</summary>
/// <typeparam name="T">The type of the context.</typeparam>
/// <param name="sample">The sample. It is lent: it belongs to the drain, and is gone when the callback returns.</param>
/// <param name="context">What the caller of the drain handed on.</param>
/// <returns>0 to go on, 1 to stop.</returns>
[return: InRange(0, 1)]
public delegate int UserRingBufCallback<T>([Borrowed("local")] ref Dynptr sample, ref T context)
    where T : allows ref struct;
