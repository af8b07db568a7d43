using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Agreement.Compiling;
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

    private readonly ProgramEmitter _verifier = new(set.Compilation, new EmissionOptions());
    private readonly ProgramEmitter _emitter = new(set.Compilation, new EmissionOptions { IncludesRefused = true });
    private readonly Dictionary<string, Verdict> _verdicts = [];

    /// <summary>The programs that were changed and have a form in C.</summary>
    /// <param name="isSkipped">The programs that are left out.</param>
    public ImmutableArray<Comparison> Compare(Func<string, bool> isSkipped)
    {
        var programs = _emitter.FindPrograms()
            .Where(program => !isSkipped(program.Name))
            .Select(program => new Comparison(
                program,
                set.ChangesOf(program),
                [.. _verifier.Emit(program.Name, [program]).Problems.Where(problem => problem.Diagnostic is not null)],
                new Verdict(Answer.None, ""),
                _emitter.Emit(program.Name, [program]).Source ?? ""))
            .Where(program => program.Changes.Length > 0 && program.Source.Length > 0)
            .Where(program => program.Findings.All(finding => IsOwn(finding, program.Program)))
            .ToList();
        foreach (var group in programs.GroupBy(program => (program.IsAcceptedHere, License(program.Source))))
        {
            foreach (var batch in group.Chunk(group.Key.IsAcceptedHere ? AcceptedBatch : RefusedBatch))
                Ask([.. batch.Select(program => program.Program)]);
        }

        return
        [
            .. programs
                .Select(program => program with { Verdict = _verdicts.GetValueOrDefault(program.Program.Name, program.Verdict) })
                .Select(program => program.Agrees ? program : program with { Literally = AskLiterally(program) }),
        ];
    }

    /// <summary>Whether a finding is the program's own: whose mistake is one in what several call, nothing says.</summary>
    private static bool IsOwn(EmissionProblem finding, IMethodSymbol program)
    {
        // A constructor, an operator or a property is its own where the type that declares it is.
        return finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan).AncestorsAndSelf()
            .Select(node => node switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                _ => null,
            })
            .Any(name => name is not null && MutatedSet.BelongsTo(name, program.Name));
    }

    /// <summary>Programs of an object share their licence.</summary>
    private static string License(string source) =>
        source.Split('\n').First(line => line.StartsWith("char _license", StringComparison.Ordinal));

    private static Verdict? AskLiterally(Comparison program) =>
        Compiler.IsLiteralPossible && Compiler.RunLiterally(program.Source) is { } compiled && Judge.Ask(compiled) is { } answers
            ? answers.GetValueOrDefault(program.Program.Name)
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
