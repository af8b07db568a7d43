using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Agreement.Compiling;
using Dynptrs.Agreement.Mutations;
using Dynptrs.Agreement.Sources;
using Dynptrs.Emit.Programs;
using Dynptrs.Testing.Judging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Compares the verdicts on the programs of a compilation.</summary>
internal sealed class Comparer(MutatedSet set)
{
    // An object is loaded as often as the kernel refuses one of its programs, so that those which it may refuse are few.
    private const int AcceptedBatch = 40;
    private const int RefusedBatch = 8;

    private static readonly Verdict NotAsked = new(Answer.None, "");

    private readonly ProgramEmitter _verifier = new(set.Compilation, new EmissionOptions());
    private readonly ProgramEmitter _emitter = new(set.Compilation, new EmissionOptions { IncludesRefused = true });
    private readonly Dictionary<string, Verdict> _verdicts = [];

    /// <summary>The programs that were changed and have a form in C.</summary>
    /// <param name="isSkipped">The programs that are left out.</param>
    /// <param name="most">How many there may be.</param>
    public ImmutableArray<Comparison> Compare(Func<string, bool> isSkipped, int most)
    {
        var programs = _emitter.FindPrograms()
            .Where(program => !isSkipped(program.Name) && set.ChangesOf(program).Length > 0)
            .OrderBy(program => set.RandomOf(program.Name).Next())
            .Select(program => (Symbol: program, Changed: Read(program)))
            .Where(program => program.Changed.Source.Length > 0)
            .Where(program => program.Changed.Findings.All(finding => IsOwn(finding, program.Symbol)))
            .Take(most)
            .ToList();
        foreach (var group in programs.GroupBy(program => (program.Changed.IsAcceptedHere, License(program.Changed.Source))))
        {
            foreach (var batch in group.Chunk(group.Key.IsAcceptedHere ? AcceptedBatch : RefusedBatch))
                Ask([.. batch.Select(program => program.Symbol)]);
        }

        return
        [
            .. programs
                .Select(program => new Comparison(program.Changed, _verdicts.GetValueOrDefault(program.Changed.Name, NotAsked)))
                .Select(comparison => comparison.Agrees ? comparison : comparison with { Literally = AskLiterally(comparison.Program) }),
        ];
    }

    private ChangedProgram Read(IMethodSymbol program)
    {
        var tree = program.DeclaringSyntaxReferences[0].SyntaxTree;
        var methods = Mutator.Methods(tree.GetRoot()).Where(method => MutatedSet.BelongsTo(method.Identifier.Text, program.Name));
        return new ChangedProgram(
            program.Name,
            tree.FilePath,
            set.ChangesOf(program),
            [.. _verifier.Emit(program.Name, [program]).Problems.Where(problem => problem.Diagnostic is not null)],
            string.Concat(methods.Select(method => method.ToFullString())),
            _emitter.Emit(program.Name, [program]).Source ?? "");
    }

    /// <summary>Whether a finding is the program's own: whose mistake is one in what several call, nothing says.</summary>
    private static bool IsOwn(EmissionProblem finding, IMethodSymbol program)
    {
        var method = finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan)
            .AncestorsAndSelf().OfType<MethodDeclarationSyntax>().LastOrDefault()?.Identifier.Text;
        return method is not null && MutatedSet.BelongsTo(method, program.Name);
    }

    /// <summary>Programs of an object share their licence.</summary>
    private static string License(string source) =>
        source.Split('\n').First(line => line.StartsWith("char _license", StringComparison.Ordinal));

    private static Verdict? AskLiterally(ChangedProgram program) =>
        Compiler.IsLiteralPossible && Compiler.RunLiterally(program.Source) is { } compiled && Judge.Ask(compiled) is { } answers
            ? answers.GetValueOrDefault(program.Name)
            : null;

    /// <summary>Asks of programs together, and of fewer where together they are no object.</summary>
    private void Ask(ImmutableArray<IMethodSymbol> batch)
    {
        var source = _emitter.Emit("Batch", batch).Source;
        var compiled = source is null ? null : Compiler.Run(source);
        if (compiled is not null && Judge.Ask(compiled) is { } answers)
        {
            foreach (var (name, verdict) in answers)
                _verdicts[name] = verdict;
            batch = [.. batch.Where(program => answers.GetValueOrDefault(program.Name) is not { Answer: not Answer.None })];
        }

        if (batch.Length < 2)
            return;
        var half = batch.Length / 2;
        Ask(batch[..half]);
        Ask(batch[half..]);
    }
}
