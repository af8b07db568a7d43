using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Build.Compiling;
using Dynptrs.Emit.Programs;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Build.Emitting;

/// <summary>The programs of a project, and the objects that they become.</summary>
public sealed class ProjectPrograms
{
    private const string ObjectAttribute = "Dynptrs.BpfObjectAttribute";
    private const string ProgramAttribute = "BpfProgramAttribute";
    private static readonly KernelVersion FirstWithV4 = new(6, 6);

    private static readonly SymbolDisplayFormat FullName =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly ProgramEmitter _emitter;

    /// <summary>Finds the programs of a project, which must compile.</summary>
    /// <param name="project">The project.</param>
    /// <param name="includesRefused">Whether programs are emitted that the verifier refuses, to see what the kernel says of them.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public ProjectPrograms(CompiledProject project, bool includesRefused = false, CancellationToken cancellationToken = default)
    {
        var configuration = project.Options.AnalyzerConfigOptionsProvider;
        _emitter = new ProgramEmitter(
            project.Compilation,
            new EmissionOptions { Configuration = configuration, IncludesRefused = includesRefused, SourceRoot = project.Folder },
            cancellationToken);
        All = [.. _emitter.FindPrograms().Select(Declaration)];
        Objects = [.. All.Select(program => program.Object).Distinct()];
        var kernel = FileOptions.Read(configuration.GlobalOptions, configuration.GlobalOptions).Kernel;
        Cpu = kernel is not { } oldest || oldest.CompareTo(FirstWithV4) >= 0 ? "v4" : "v3";
    }

    /// <summary>All programs, in the order of the source.</summary>
    public ImmutableArray<ProgramDeclaration> All { get; }

    /// <summary>The full names of the classes that are objects, in the order of the source.</summary>
    public ImmutableArray<string> Objects { get; }

    /// <summary>The instruction set that the oldest kernel of the project has.</summary>
    public string Cpu { get; }

    /// <summary>The programs that a name may mean: that of the method, or with its class before it.</summary>
    /// <param name="name">The name.</param>
    public ImmutableArray<ProgramDeclaration> Find(string name) =>
        [.. All.Where(program => program.Name == name || program.QualifiedName == name || $"{program.Object}.{program.Name}" == name)];

    /// <summary>The names that one was perhaps meant to be, the nearest first.</summary>
    /// <param name="name">The name.</param>
    public ImmutableArray<string> Suggest(string name) =>
    [
        .. All
            .Select(program => (program.Name, Distance: EditDistance.Between(name[(name.LastIndexOf('.') + 1)..], program.Name)))
            .Where(candidate => candidate.Distance <= System.Math.Max(2, name.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .Distinct()
            .Take(3),
    ];

    /// <summary>An object, as C.</summary>
    /// <param name="name">The full name of its class.</param>
    public ObjectSource Emit(string name) => Emit(name, All.Where(program => program.Object == name));

    /// <summary>One program alone, as C.</summary>
    /// <param name="program">The program.</param>
    public ObjectSource Emit(ProgramDeclaration program) => Emit(program.Object, [program]);

    /// <summary>Some programs together, as C.</summary>
    /// <param name="name">What the object is called.</param>
    /// <param name="programs">The programs.</param>
    public ObjectSource Emit(string name, IEnumerable<ProgramDeclaration> programs)
    {
        var emitted = _emitter.Emit(name, [.. programs.Select(program => program.Method)]);
        ImmutableArray<SourceProblem> problems =
        [
            .. emitted.Problems
                .Select(problem => problem.Diagnostic is { } diagnostic
                    ? SourceProblem.Of(diagnostic)
                    : SourceProblem.At(problem.Location, SourceProblem.NoForm, problem.Message))
                .Distinct(),
        ];
        return new ObjectSource(name, problems.IsEmpty ? emitted.Source : null, problems);
    }

    private static ProgramDeclaration Declaration(IMethodSymbol method)
    {
        var section = method.GetAttributes()
            .First(attribute => attribute.AttributeClass?.Name == ProgramAttribute)
            .ConstructorArguments is [{ Value: string text }] ? text : "";
        return new ProgramDeclaration(Object(method.ContainingType), method, section, SectionTable.Find(section)?.Type);
    }

    /// <summary>The full name of the object that a class belongs to: the class that says that it is one, else the outermost.</summary>
    /// <param name="type">The class.</param>
    public static string Object(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer
            && type.GetAttributes().All(attribute => attribute.AttributeClass?.ToDisplayString() != ObjectAttribute))
        {
            type = outer;
        }

        return type.ToDisplayString(FullName);
    }
}
