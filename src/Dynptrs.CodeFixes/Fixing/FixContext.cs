using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Host;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>What a fix needs to know of the code that it fixes: it knows helpers by their contracts, as the analyzer does.</summary>
internal sealed class FixContext
{
    private readonly SolutionServices _services;
    private readonly AnalyzedCompilation _compilation;
    private readonly TypeVerifier _verifier;
    private readonly AnalysisOptions _options;
    private readonly SyntaxTree _original;
    private readonly Dictionary<SyntaxTree, int?> _errors = [];
    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<Diagnostic>> _verified = new(SymbolEqualityComparer.Default);

    private FixContext(
        SemanticModel model,
        KnownTypes known,
        SolutionServices services,
        AnalysisOptions options,
        SyntaxTree original,
        ImmutableDictionary<SyntaxTree, SyntaxTree> changed,
        CancellationToken cancellationToken)
    {
        Changed = changed;
        _original = original;
        _options = options;
        _services = services;
        _compilation = new AnalyzedCompilation(model.Compilation, known, cancellationToken, options);
        _verifier = new TypeVerifier(_compilation);
        Model = model;
        Root = model.SyntaxTree.GetRoot(cancellationToken);
    }

    /// <summary>The semantic model of the document.</summary>
    public SemanticModel Model { get; }

    /// <summary>The root of the document.</summary>
    public SyntaxNode Root { get; }

    /// <summary>What becomes of the documents that change, this one or others, by their syntax trees before.</summary>
    public ImmutableDictionary<SyntaxTree, SyntaxTree> Changed { get; }

    public CancellationToken CancellationToken => _compilation.CancellationToken;

    /// <summary>Reads a document, or answers <see langword="null"/> where it does not reference the runtime.</summary>
    public static async Task<FixContext?> CreateAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is not null && KnownTypes.Create(model.Compilation) is { } known
            ? new FixContext(
                model,
                known,
                document.Project.Solution.Services,
                new AnalysisOptions(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider),
                model.SyntaxTree,
                ImmutableDictionary<SyntaxTree, SyntaxTree>.Empty,
                cancellationToken)
            : null;
    }

    /// <summary>The same document with other text.</summary>
    public FixContext With(SyntaxNode root) => With(Model.SyntaxTree, root);

    /// <summary>The same documents, one of them with other text: this one, or another.</summary>
    /// <param name="tree">The document as it is now.</param>
    /// <param name="root">Its text.</param>
    public FixContext With(SyntaxTree tree, SyntaxNode root)
    {
        var original = Changed.FirstOrDefault(pair => pair.Value == tree).Key ?? tree;
        var changed = tree.WithRootAndOptions(root, tree.Options);
        return Read(Model.Compilation.ReplaceSyntaxTree(tree, changed), _original, Changed.SetItem(original, changed));
    }

    /// <summary>The same code, as another document of the project sees it.</summary>
    /// <param name="original">The other document before all changes.</param>
    public FixContext At(SyntaxTree original) => original == _original ? this : Read(Model.Compilation, original, Changed);

    /// <summary>Whether a document is of the project, so that it can be changed.</summary>
    public bool Contains(SyntaxTree tree) => Model.Compilation.ContainsSyntaxTree(tree);

    private FixContext Read(Compilation compilation, SyntaxTree original, ImmutableDictionary<SyntaxTree, SyntaxTree> changed) =>
        new(
            compilation.GetSemanticModel(changed.GetValueOrDefault(original, original)),
            KnownTypes.Create(compilation)!,
            _services,
            _options,
            original,
            changed,
            CancellationToken);

    public SyntaxEditor Edit() => new(Root, _services);

    public MethodContract? ReadContract(IMethodSymbol method) => _compilation.Contracts.Read(method);

    /// <summary>The <c>[BpfHelper]</c> of a method or a property, or <see langword="null"/>.</summary>
    public AttributeData? FindHelper(ISymbol member) =>
        member.GetAttributes().FirstOrDefault(attribute => _compilation.Known.Classify(attribute) == ContractAttribute.BpfHelper);

    /// <summary>Whether a place is in the body of a program.</summary>
    public bool IsInProgram(SyntaxNode place)
    {
        for (var symbol = Model.GetEnclosingSymbol(place.SpanStart, CancellationToken);
            symbol is not null;
            symbol = symbol.ContainingSymbol)
        {
            if (symbol is IMethodSymbol method && _compilation.Known.Has(method, ContractAttribute.BpfProgram))
                return true;
        }

        return false;
    }

    /// <summary>What a member of the framework does, if the analyzer knows it.</summary>
    public Intrinsic FindIntrinsic(IMethodSymbol method) => _compilation.Intrinsics.Find(method);

    public IrType Lower(ITypeSymbol type) => _compilation.Types.IrTypeOf(type);

    public StructLayout Layout(INamedTypeSymbol type) => _compilation.Types.Layout(type);

    /// <summary>The type that an expression has at a place, or <see langword="null"/> where it is not in scope.</summary>
    public ITypeSymbol? GetType(string expression, int position)
    {
        var type = Model.GetSpeculativeTypeInfo(
            position, SyntaxFactory.ParseExpression(expression), SpeculativeBindingOption.BindAsExpression).Type;
        return type is null or IErrorTypeSymbol ? null : type;
    }

    /// <summary>The type around a place.</summary>
    public INamedTypeSymbol? GetType(SyntaxNode place) => Model.GetEnclosingSymbol(place.SpanStart, CancellationToken)?.ContainingType;

    /// <summary>
    /// What the analyzer reports in the member around a place, without suggestions: another member may have variables of the same names.
    /// </summary>
    public ImmutableArray<Diagnostic> VerifyMember(SyntaxNode place)
    {
        var member = GetMember(place);
        return GetType(place) is { } type
            ? VerifyAll(type).RemoveAll(finding => IsSuggestion(finding)
                || finding.Location.SourceTree != member.SyntaxTree
                || !member.Span.Contains(finding.Location.SourceSpan))
            : [];
    }

    /// <summary>The member around a place, or the document where that is its top-level statements.</summary>
    public SyntaxNode GetMember(SyntaxNode place) =>
        place.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? Root;

    /// <summary>What the analyzer reports in a type.</summary>
    public ImmutableArray<Diagnostic> VerifyAll(INamedTypeSymbol type)
    {
        if (!_verified.TryGetValue(type, out var findings))
            _verified[type] = findings = _verifier.Verify(type, CancellationToken);
        return findings;
    }

    /// <summary>Whether something is reported of code that the verifier accepts.</summary>
    public static bool IsSuggestion(Diagnostic finding) => finding.DefaultSeverity == DiagnosticSeverity.Info;

    /// <summary>How many errors the compiler finds in a document, or <see langword="null"/> where it fails on it.</summary>
    /// <param name="original">The document before all changes.</param>
    public int? CountErrors(SyntaxTree original)
    {
        if (!_errors.TryGetValue(original, out var count))
            _errors[original] = count = CountErrorsOf(Changed.GetValueOrDefault(original, original));
        return count;
    }

    private int? CountErrorsOf(SyntaxTree document)
    {
        try
        {
            return Model.Compilation.GetSemanticModel(document)
                .GetDiagnostics(cancellationToken: CancellationToken)
                .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Code that a person is typing may bring down the compiler itself, in whatever way: nothing is offered then.
            return null;
        }
    }
}
