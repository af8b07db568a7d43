using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Agreement.Mutations;
using Dynptrs.Agreement.Sources;
using Dynptrs.Emit.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Reads programs of a compilation: our verdict, and the C of which kernels are asked.</summary>
internal sealed class ProgramReader(Compilation compilation, ProgramOrigin origin)
{
    private readonly ProgramEmitter _verifier = new(compilation, new EmissionOptions());
    private readonly ProgramEmitter _emitter = new(compilation, new EmissionOptions { IncludesRefused = true });

    public ImmutableArray<IMethodSymbol> FindPrograms() => _emitter.FindPrograms();

    /// <summary>The C of programs together, or <see langword="null"/> where they have none.</summary>
    public string? Emit(ImmutableArray<IMethodSymbol> programs) => _emitter.Emit("Batch", programs).Source;

    /// <summary>Reads a program, if it has a form in C, and what is found is its own.</summary>
    /// <param name="program">The program.</param>
    /// <param name="changes">What was done to it.</param>
    public ChangedProgram? Read(IMethodSymbol program, string changes)
    {
        var problems = _verifier.Emit(program.Name, [program]).Problems;
        var findings = problems.Where(problem => problem.Diagnostic is not null).ToImmutableArray();
        if (!findings.All(finding => IsOwn(finding, program)))
            return null;
        if (_emitter.Emit(program.Name, [program]).Source is not { Length: > 0 } source)
            return null;
        var tree = program.DeclaringSyntaxReferences[0].SyntaxTree;
        var text = Mutator.Methods(tree.GetRoot())
            .Where(method => AskedSet.BelongsTo(method.Identifier.Text, program.Name))
            .Select(method => method.ToFullString());
        return new ChangedProgram(program.Name, changes, findings, string.Concat(text), source)
        {
            Origin = origin,
            Compilation = compilation,
            Tree = tree,
        };
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
            .Any(name => name is not null && AskedSet.BelongsTo(name, program.Name));
    }
}
