using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Text;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Emit.Programs;

/// <summary>
/// The door: a compilation in, C out. What is emitted is what was verified, the same functions of three-address code; a program in which
/// something is wrong is not emitted.
/// </summary>
public sealed class ProgramEmitter
{
    private const string License = "GPL";

    private readonly AnalyzedCompilation? _compilation;
    private readonly EmissionOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<Diagnostic>> _reported = new(SymbolEqualityComparer.Default);

    /// <summary>Prepares a compilation, which must have no errors.</summary>
    /// <param name="compilation">The compilation, with what the generators add.</param>
    /// <param name="options">What is emitted, and how.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public ProgramEmitter(Compilation compilation, EmissionOptions options, CancellationToken cancellationToken = default)
    {
        _options = options;
        _cancellationToken = cancellationToken;
        var analysis = options.Configuration is { } configuration ? new AnalysisOptions(configuration) : null;
        _compilation = KnownTypes.Create(compilation) is { } known
            ? new AnalyzedCompilation(compilation, known, cancellationToken, analysis)
            : null;
    }

    /// <summary>
    /// The objects of the compilation, in the order of the source: the programs of one class, and of those in it, are one.
    /// </summary>
    public ImmutableArray<EmittedObject> Emit() =>
    [
        .. FindPrograms()
            .GroupBy(method => Outermost(method.ContainingType), SymbolEqualityComparer.Default)
            .Select(group => Emit(group.Key!.Name, [.. group])),
    ];

    /// <summary>The programs of the compilation, in the order of the source.</summary>
    public ImmutableArray<IMethodSymbol> FindPrograms() => _compilation is null
        ? []
        : [.. _compilation.Compilation.SyntaxTrees.SelectMany(tree => Programs(tree, _compilation))];

    /// <summary>One object of some programs.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="programs">The programs.</param>
    public EmittedObject Emit(string name, ImmutableArray<IMethodSymbol> programs) =>
        _compilation is null ? new EmittedObject(name, [], null, []) : Emit(name, programs, _compilation);

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }

    private IEnumerable<IMethodSymbol> Programs(SyntaxTree tree, AnalyzedCompilation compilation)
    {
        var model = compilation.Compilation.GetSemanticModel(tree);
        return tree.GetRoot(_cancellationToken).DescendantNodes()
            .Where(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax)
            .Select(node => model.GetDeclaredSymbol(node, _cancellationToken))
            .OfType<IMethodSymbol>()
            .Where(method => compilation.Known.Has(method, ContractAttribute.BpfProgram));
    }

    private EmittedObject Emit(string name, ImmutableArray<IMethodSymbol> methods, AnalyzedCompilation compilation)
    {
        var problems = ImmutableArray.CreateBuilder<EmissionProblem>();
        var programs = new List<BpfProgram>();
        foreach (var method in methods)
        {
            if (Program(method, compilation) is not { } program)
                continue;
            var found = Problems(method, program, compilation).ToList();
            problems.AddRange(found);
            if (found.Count == 0)
                programs.Add(program);
        }

        var license = methods.Select(compilation.Known.License).FirstOrDefault(license => license is not null);
        if (programs.Count == 0)
            return new EmittedObject(name, [], null, problems.ToImmutable());
        try
        {
            var source = ObjectEmitter.Emit(programs, license ?? License, Line, _options.Lines);
            return new EmittedObject(name, [.. programs.Select(program => program.Name)], source, problems.ToImmutable());
        }
        catch (EmissionException exception)
        {
            var location = (exception.Site.Source as SyntaxNode)?.GetLocation() ?? methods[0].Locations[0];
            problems.Add(new EmissionProblem(location, Sentence(exception.Message)));
            return new EmittedObject(name, [], null, problems.ToImmutable());
        }
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What is reported in a program, and in what it reaches: each mistake is reported where it is.</summary>
    private IEnumerable<EmissionProblem> Problems(IMethodSymbol method, BpfProgram program, AnalyzedCompilation compilation)
    {
        if (_options.IncludesRefused)
            return [];
        var reached = Reached(method, program);
        return reached
            .SelectMany(part => Diagnostics(part.ContainingType, compilation))
            .Distinct()
            .Where(diagnostic => reached.Any(part => part.DeclaringSyntaxReferences.Any(declaration =>
                declaration.SyntaxTree == diagnostic.Location.SourceTree && declaration.Span.Contains(diagnostic.Location.SourceSpan))))
            .Select(diagnostic => new EmissionProblem(
                diagnostic.Location,
                $"{method.Name} is refused, so that it is not emitted: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}",
                diagnostic));
    }

    private static HashSet<IMethodSymbol> Reached(IMethodSymbol method, BpfProgram program)
    {
        var methods = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        try
        {
            var graph = new CallGraph();
            graph.Add(program.Function);
            methods.UnionWith(graph.Functions
                .Select(function => (function.Reference as MethodReference)?.Method.OriginalDefinition)
                .OfType<IMethodSymbol>());
        }
        catch (EmissionException)
        {
            // What has no form is told where it is emitted; what the program reaches behind it is not known.
        }

        return methods;
    }

    /// <summary>What is reported of a type, suggestions aside.</summary>
    private IEnumerable<Diagnostic> Diagnostics(INamedTypeSymbol type, AnalyzedCompilation compilation)
    {
        type = type.OriginalDefinition;
        if (!_reported.TryGetValue(type, out var reported))
            _reported[type] = reported = new TypeVerifier(compilation).Verify(type, _cancellationToken);
        return reported.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    private static BpfProgram? Program(IMethodSymbol method, AnalyzedCompilation compilation)
    {
        if (compilation.Known.ProgramAttribute(method) is not { ConstructorArguments: [{ Value: string section }] })
            return null;
        return new BpfProgram(
            method.Name,
            section,
            compilation.Function(method, isProgramCode: true),
            method.Parameters is [var parameter] && IsContext(parameter.Type, section, compilation.Known));
    }

    /// <summary>
    /// Whether programs of the section are given an object of the type as their context; to others it is one of the kernel's own, which is
    /// an argument of what is traced. A class that stands for no type of the kernel's is a context.
    /// </summary>
    private static bool IsContext(ITypeSymbol type, string section, KnownTypes known)
    {
        if (!type.IsReferenceType)
            return false;
        if (known.KernelStruct(type) is { } structure)
            return structure.IsContext;
        if (known.KernelType(type) is not { Name: var name })
            return true;
        return ContextTable.Find(name.Split(' ')[^1]) is { } context
            && SectionTable.Find(section)?.Type is { } program
            && context.Users.Contains(program);
    }

    private SourceLine? Line(Site site)
    {
        if (site.Source is not SyntaxNode node || node.SyntaxTree is not { } tree)
            return null;
        var span = site.AtEnd ? new Microsoft.CodeAnalysis.Text.TextSpan(node.Span.End - 1, 1) : node.Span;
        var position = tree.GetLineSpan(span, _cancellationToken);
        return new SourceLine(Relative(position.Path), position.StartLinePosition.Line + 1);
    }

    /// <summary>The same C on every machine; what a generator wrote has no folder.</summary>
    private string Relative(string path) => _options.SourceRoot is { } root && Path.IsPathRooted(path)
        ? Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/')
        : path;
}
