using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>A local function or a lambda: what it captures are hidden parameters behind its own.</summary>
/// <param name="outer">The function in which it was met.</param>
/// <param name="function">The local function, constructed with its type arguments, or the lambda.</param>
internal sealed class NestedFunctionReference(FunctionScope outer, IMethodSymbol function) : LoweredFunctionReference
{
    private ImmutableArray<ISymbol> _captured;
    private bool _isRoot;

    /// <inheritdoc/>
    public override string Name => function.MethodKind == MethodKind.AnonymousFunction ? "lambda" : function.Name;

    /// <inheritdoc/>
    public override bool IsRoot => _isRoot;

    /// <inheritdoc/>
    public override bool IsReported(Finding finding) => outer.Compilation.Verdicts.Reports(function, finding);

    /// <summary>The operation that makes the lambda, which finds its graph; <see langword="null"/> for a local function.</summary>
    public IFlowAnonymousFunctionOperation? Lambda { get; set; }

    /// <summary>What the delegate that it becomes says about its parameters, or <see langword="null"/>.</summary>
    public MethodContract? DelegateContract { get; set; }

    /// <summary>The variables of the functions around it that it uses.</summary>
    public ImmutableArray<ISymbol> Captured
    {
        get
        {
            if (_captured.IsDefault)
            {
                _captured = CapturedVariables.Of(
                    function,
                    outer.Root.Graph.OriginalOperation.SemanticModel,
                    outer.Compilation.CancellationToken);
            }

            return _captured;
        }
    }

    /// <summary>Whether an owner or a view is handed to it: then it is followed where its delegate is called, and only there.</summary>
    public bool TakesTracked => MethodReference.TakesTracked(outer.Compilation, function);

    /// <summary>The function becomes a delegate of which it is not known who calls it.</summary>
    public void MakeRoot() => _isRoot = true;

    /// <inheritdoc/>
    protected override (Function? Function, IReadOnlyList<LoweredFunctionReference> Nested) Lower()
    {
        if (function.DeclaringSyntaxReferences.IsEmpty)
            return (null, []);
        var graph = Lambda is null
            ? LocalFunctionGraph()
            : LambdaGraph(Lambda);
        if (graph is null)
            return (null, []);
        var substitution = new TypeSubstitution(function, outer.Substitution, outer.Compilation.Compilation);
        var body = function.DeclaringSyntaxReferences[0].GetSyntax(outer.Compilation.CancellationToken);
        var scope = new FunctionScope(
            outer.Compilation,
            function,
            graph,
            substitution,
            body,
            outer.Errors.OfFunction(body),
            outer.IsProgramCode,
            outer)
        {
            Captured = Captured,
        };
        return FunctionLowering.Lower(scope, Name, outer.Compilation.Contracts.Read(function) ?? DelegateContract);
    }

    private ControlFlowGraph? LocalFunctionGraph()
    {
        for (var scope = outer; scope is not null; scope = scope.Outer)
        {
            foreach (var candidate in scope.Graph.LocalFunctions)
            {
                if (SymbolEqualityComparer.Default.Equals(candidate, function.OriginalDefinition))
                    return scope.Graph.GetLocalFunctionControlFlowGraph(candidate, outer.Compilation.CancellationToken);
            }
        }

        return null;
    }

    private ControlFlowGraph? LambdaGraph(IFlowAnonymousFunctionOperation lambda) =>
        outer.Graph.GetAnonymousFunctionControlFlowGraph(lambda, outer.Compilation.CancellationToken);
}
