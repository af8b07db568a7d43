using Dynptrs;

namespace Corpus;

/// <summary>Sees one sample.</summary>
/// <param name="dynptr">The sample. It is lent: it belongs to the drain.</param>
/// <returns>0 to go on, 1 to stop.</returns>
[return: InRange(0, 1)]
internal delegate int UserRingBufCallback([Borrowed("local")] ref Dynptr dynptr);
