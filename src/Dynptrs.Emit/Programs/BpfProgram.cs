using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Programs;

/// <summary>A program that is emitted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Section">Its section.</param>
/// <param name="Function">Its body.</param>
/// <param name="IsGivenContext">Whether its parameter is the context; else its parameters are read out of the context.</param>
internal sealed record BpfProgram(string Name, string Section, FunctionReference Function, bool IsGivenContext);
