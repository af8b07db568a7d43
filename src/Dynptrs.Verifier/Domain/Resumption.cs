namespace Dynptrs.Verifier.Domain;

/// <summary>Where a frame goes on when a function that it called returns.</summary>
/// <param name="Block">The block.</param>
/// <param name="Index">The instruction: the one after the call or, for a callback, the call itself, which may run it again.</param>
/// <param name="IsCallback">Whether the function is run as a callback.</param>
internal readonly record struct Resumption(int Block, int Index, bool IsCallback);
