using Dynptrs.Emit.Calls;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Lengths;

/// <summary>A pointer of which the number of bytes behind it may be asked for: a local, or what a function returns.</summary>
/// <param name="Function">The function.</param>
/// <param name="Local">The local, or <see langword="null"/> for what is returned.</param>
internal readonly record struct LengthNode(FunctionInstance Function, Local? Local);
