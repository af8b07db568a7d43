using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Lowering;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>A method, and the three things that the analyzer spends its time on. Each can be done again and again.</summary>
internal sealed class AnalyzedMethod
{
    private static readonly TimeSpan WarmupTime = TimeSpan.FromSeconds(1);

    private readonly AnalyzedCompilation _compilation;
    private readonly IMethodSymbol _method;
    private readonly SyntaxNode _declaration;
    private readonly IMethodBodyOperation _body;
    private readonly ControlFlowGraph _graph;
    private readonly Function _function;

    public AnalyzedMethod(AnalyzedCompilation compilation, IMethodSymbol method)
    {
        _compilation = compilation;
        _method = method;
        _declaration = MethodBodies.Declaration(method, CancellationToken.None)
            ?? throw new ArgumentException("The method has no body.", nameof(method));
        _body = (IMethodBodyOperation)compilation.Compilation.GetSemanticModel(_declaration.SyntaxTree).GetOperation(_declaration)!;
        _graph = CreateGraph();
        _function = Lower();
    }

    public string Name => _method.Name;

    /// <summary>How many instructions the method has once it is lowered, terminators included.</summary>
    public int InstructionCount => _function.Blocks.Sum(block => block.Instructions.Length + 1);

    /// <summary>Lets Roslyn build the control flow graph of the body, which is bound already.</summary>
    public ControlFlowGraph CreateGraph() => ControlFlowGraph.Create(_body);

    /// <summary>Lowers the graph of the body. What it calls is lowered once, when it is first verified.</summary>
    public Function Lower()
    {
        var substitution = new TypeSubstitution(_method, null, _compilation.Compilation);
        var scope = new FunctionScope(_compilation, _method, _graph, substitution, _declaration, BodyErrors.None, isProgramCode: true, outer: null);
        return FunctionLowering.Lower(scope, _method.Name, _compilation.Contracts.Read(_method)).Function;
    }

    /// <summary>Verifies the body, and what it calls, with none of what a function remembers of its last verification.</summary>
    /// <param name="cancellationToken">Ends the work early.</param>
    public VerificationResult Verify(CancellationToken cancellationToken = default)
    {
        var function = new Function(_function.Name, _function.Locals, _function.ParameterCount, _function.Blocks, _function.Site)
        {
            Contract = _function.Contract,
            IsProgramCode = _function.IsProgramCode,
        };
        return DynptrVerifier.Verify(function, VerifierOptions.Default, cancellationToken);
    }

    /// <summary>Makes sure that what is measured gives the verdict that it is measured for, and has all of it compiled.</summary>
    public AnalyzedMethod Prepare(bool isAccepted)
    {
        var findings = Verify().Findings;
        if (findings.IsEmpty != isAccepted)
            throw new InvalidOperationException($"{Name} has {findings.Length} findings: {string.Join(", ", findings)}");

        // The JIT gets to its last tier in the background; the first benchmark of a run must not measure the tiers before.
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < WarmupTime)
        {
            CreateGraph();
            Lower();
            Verify();
        }

        return this;
    }
}
