using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Kernel;

namespace Dynptrs.Emit.Tests.Building;

/// <summary>What the kernel that runs here says of a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Exception">Why it is not loaded, or <see langword="null"/> where it is.</param>
internal sealed record KernelVerdict(EmittedProgram Program, BpfLoadException? Exception);
