using Dynptrs;

namespace Corpus;

/// <summary>Sees one sample.</summary>
/// <param name="dynptr">The sample. It is lent: it belongs to the drain.</param>
/// <param name="context">What the caller of the drain handed on.</param>
/// <returns>0 to go on, 1 to stop.</returns>
[return: InRange(0, 1)]
internal delegate int UserRingBufCallback<T>([Borrowed("local")] ref Dynptr dynptr, ref T context)
    where T : allows ref struct;
