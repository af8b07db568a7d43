using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.Findings;

/// <summary>A call of a helper by a program that may not call it.</summary>
/// <param name="Requirements">What the helper asks of the program.</param>
/// <param name="Program">The program, or <see langword="null"/> where its section is not known.</param>
/// <param name="Kernel">The oldest kernel that the program must load on, or <see langword="null"/> for any.</param>
public sealed record HelperUse(HelperRequirements Requirements, ProgramFacts? Program, KernelVersion? Kernel);
