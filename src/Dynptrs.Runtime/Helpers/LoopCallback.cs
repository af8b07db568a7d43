namespace Dynptrs;

/// <summary>One iteration of <see cref="BpfLoop.Run(uint, LoopCallback, ulong)"/>.</summary>
/// <param name="index">The number of the iteration, from 0.</param>
/// <returns>0 to go on, 1 to stop after this iteration.</returns>
[return: InRange(0, 1)]
public delegate int LoopCallback(uint index);
