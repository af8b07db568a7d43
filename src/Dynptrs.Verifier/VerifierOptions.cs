using System;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier;

/// <summary>Bounds and choices of a verification.</summary>
public sealed record VerifierOptions
{
    /// <summary>The defaults.</summary>
    public static VerifierOptions Default { get; } = new();

    /// <summary>The program that is verified, or <see langword="null"/> for host code or where its section is not known.</summary>
    public ProgramFacts? Program { get; init; }

    /// <summary>The oldest kernel that programs must load on, or <see langword="null"/> for any.</summary>
    public KernelVersion? Kernel { get; init; }

    /// <summary>
    /// Whether what is wrong in a root is reported where that root is verified on its own. Nothing is left out because it might be: without
    /// an answer everything is reported for each caller.
    /// </summary>
    public Func<FunctionReference, Finding, bool> IsReportedByRoot { get; init; } = static (_, _) => false;

    /// <summary>How many frames may be on the call stack. Linux 7.2 allows 16.</summary>
    public int MaxFrames { get; init; } = 16;

    /// <summary>How many bytes of stack a frame may take, and frames that call one another together.</summary>
    public int MaxStackBytes { get; init; } = 512;

    /// <summary>The frames that call the function that is verified, where a program reaches it.</summary>
    internal StackChain StackAbove { get; init; } = StackChain.Empty;

    /// <summary>As what variables are read that host code sets before a program is loaded.</summary>
    internal Loading Loading { get; init; } = new();

    /// <summary>A way of a branch that is not taken.</summary>
    internal TraceStep? Avoided { get; init; }

    /// <summary>How deep calls are followed that are given nothing that is followed, in host code.</summary>
    public int MaxUntrackedFrames { get; init; } = 2;

    /// <summary>
    /// How many instructions are followed, and states compared, while states that differ in numbers are joined. The kernel follows a
    /// million, of which several go into one of these.
    /// </summary>
    public int MaxSteps { get; init; } = 250_000;

    /// <summary>How many instructions are followed, and states compared, while paths are kept apart.</summary>
    public int MaxExactSteps { get; init; } = 200_000;

    /// <summary>
    /// How many instructions the rounds of a loop of program code may have in all, where their number is evident. The kernel follows a
    /// million; a compiler makes about as many of a round as these are, or somewhat more.
    /// </summary>
    public int MaxCountedSteps { get; init; } = 1_000_000;

    /// <summary>
    /// How many branches of one path may have another way that waits to be followed: the kernel's <c>BPF_COMPLEXITY_LIMIT_JMP_SEQ</c>.
    /// </summary>
    public int MaxPendingBranches { get; init; } = 8192;

    /// <summary>
    /// How many instructions of program code are followed to the end of its loops, round by round, where the number of rounds is not
    /// evident.
    /// </summary>
    public int MaxLoopSteps { get; init; } = 150_000;

    /// <summary>
    /// How much may be spent on comparing states where loops are followed round by round, which costs no instructions of the kernel's: one
    /// for each state that a path is followed back to, and a few for each comparison.
    /// </summary>
    public int MaxLoopComparisons { get; init; } = 4_000_000;

    /// <summary>How many states that cannot be joined may reach one point.</summary>
    public int MaxStatesPerPoint { get; init; } = 1_000;

    /// <summary>
    /// How many verifications a function may take, one for each way in which the variables may be set that it reads and that are set before
    /// it is loaded.
    /// </summary>
    public int MaxLoadings { get; init; } = 16;

    /// <summary>Whether what is wrong in a function is told where that function is verified on its own.</summary>
    /// <param name="function">The function.</param>
    /// <param name="finding">What is wrong in it.</param>
    internal bool IsReportedAtRoot(FunctionReference function, Finding finding) => function.IsRoot && IsReportedByRoot(function, finding);
}
