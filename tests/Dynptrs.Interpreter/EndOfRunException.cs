using System;

namespace Dynptrs.Interpreter;

/// <summary>The run ends without a verdict: C# throws where BPF has no counterpart, or the run took too long.</summary>
/// <param name="reason">Why.</param>
public sealed class EndOfRunException(string reason) : Exception(reason);
