using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Whether a program is accepted, and whether it misbehaves then.</summary>
internal static class Soundness
{
    /// <summary>How many instructions the loops of a program may take: few, so that one which does not end is soon seen.</summary>
    public const int MaxLoopInstructions = 4_000;

    private const int RunsOfEach = 40;

    /// <summary>Those of a program whose frames share one stack.</summary>
    public static VerifierOptions Options { get; } = VerifierOptions.Default with
    {
        Program = new ProgramFacts("tc", "SCHED_CLS", IsSleepable: true, HasTrustedArguments: true),
        MaxCountedSteps = MaxLoopInstructions,
        MaxLoopSteps = MaxLoopInstructions,
        MaxPendingBranches = 200,
    };

    public static ImmutableArray<Statement> Generate(int seed) =>
        new ProgramGenerator(seed, hasLoops: seed % 2 == 0, hasRoots: true).Generate();

    /// <summary>
    /// Whether nothing is reported: neither of the program, as it may be loaded, nor of the functions in it that are verified on their own.
    /// </summary>
    public static bool IsAccepted(ImmutableArray<Statement> program) => IsAccepted(GeneratedProgram.BuildUnloaded(program));

    /// <summary>Whether nothing is reported of a program that is loaded in one way.</summary>
    public static bool IsAccepted(ImmutableArray<Statement> program, bool isHalved) =>
        IsAccepted(GeneratedProgram.Build(program, isHalved));

    public static ImmutableArray<Finding> Verify(ImmutableArray<Statement> program) =>
        [.. Versions(program).SelectMany(isHalved => Verify(GeneratedProgram.Build(program, isHalved)))];

    public static ImmutableArray<Finding> Verify(Function function) =>
        DynptrVerifier.Verify(function, Options, CancellationToken.None).Findings;

    /// <summary>What goes wrong in some runs of a program, or <see langword="null"/>.</summary>
    public static string? FindMisbehaviour(ImmutableArray<Statement> program, int seed)
    {
        if (Branching.CountInLoops(program) is var branches && branches > Options.MaxPendingBranches)
            return $"{branches} branches wait to be followed";
        var numbers = Runs.FindNumbers(program);
        foreach (var isHalved in Versions(program))
        {
            var function = GeneratedProgram.Build(program, isHalved);
            if (Runs.FindMisbehaviour(function, numbers, ReadsMemory(program), seed, RunsOfEach) is { } misbehaviour)
                return misbehaviour.Message;
        }

        return null;
    }

    /// <summary>Whether a number of a program comes from memory.</summary>
    public static bool ReadsMemory(ImmutableArray<Statement> program) =>
        program.Any(statement => statement is Statement.ReadByte or Statement.While { Form: LoopForm.Memory }
            || statement.Bodies.Any(ReadsMemory));

    /// <summary>The ways in which a program may be loaded.</summary>
    public static IEnumerable<bool> Versions(ImmutableArray<Statement> program) => HasLoadTime(program) ? [false, true] : [false];

    private static bool IsAccepted(Function function)
    {
        var isReported = false;
        var alone = new Dictionary<FunctionReference, HashSet<(System.Type, Site)>>();
        var options = Options with { IsReportedByRoot = (root, finding) => isReported |= IsReported(root, finding) };
        return DynptrVerifier.Verify(function, options, CancellationToken.None).Findings.IsEmpty && !isReported;

        bool IsReported(FunctionReference root, Finding finding)
        {
            if (!alone.TryGetValue(root, out var reported))
                alone.Add(root, reported = [.. Verify(root.Resolve()!).Select(other => (other.GetType(), other.Site))]);
            return reported.Contains((finding.GetType(), finding.Site));
        }
    }

    private static bool HasLoadTime(ImmutableArray<Statement> program) =>
        program.Any(statement => Runs.Sizes(statement).Any(size => size.IsLoadTime) || statement.Bodies.Any(HasLoadTime));
}
