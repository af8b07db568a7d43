namespace Dynptrs;

/// <summary>One iteration of <see cref="BpfLoop.Run{T}(uint, LoopCallback{T}, ref T, ulong)"/>.</summary>
/// <typeparam name="T">The type of the context.</typeparam>
/// <param name="index">The number of the iteration, from 0.</param>
/// <param name="context">What the caller passed. A dynptr in it may be used, made and released, as the caller's own.</param>
/// <returns>0 to go on, 1 to stop after this iteration.</returns>
[return: InRange(0, 1)]
public delegate int LoopCallback<T>(uint index, ref T context)
    where T : allows ref struct;
