using System.Collections.Generic;
using System.Threading;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>A function of C# that is lowered once, when the verifier gets there.</summary>
internal abstract class LoweredFunctionReference : FunctionReference
{
    private readonly object _gate = new();
    private Function? _function;
    private IReadOnlyList<LoweredFunctionReference> _nested = [];
    private bool _isResolved;

    /// <summary>The lambdas and local functions in it that are verified on their own; known once it is resolved.</summary>
    public IReadOnlyList<LoweredFunctionReference> Nested
    {
        get
        {
            Resolve();
            return _nested;
        }
    }

    /// <summary>Whether what a caller finds wrong in it is reported where it is verified on its own.</summary>
    /// <param name="finding">What is wrong.</param>
    public abstract bool IsReported(Finding finding);

    /// <summary>What was lowered of it, or <see langword="null"/> as long as nothing was.</summary>
    private protected FunctionScope? Lowered { get; set; }

    /// <summary>Whether the function, or a method that was lowered for it, does not compile.</summary>
    /// <param name="cancellationToken">Ends the work early.</param>
    public bool ReachesErrors(CancellationToken cancellationToken)
    {
        var seen = new HashSet<LoweredFunctionReference> { this };
        var pending = new Stack<LoweredFunctionReference>(seen);
        while (pending.Count > 0)
        {
            if (pending.Pop() is not { Lowered: { } lowered })
                continue;
            if (lowered.Compilation.Checked.Bodies.Errors(lowered.Body, cancellationToken).Any)
                return true;
            foreach (var callee in lowered.Callees)
            {
                if (seen.Add(callee))
                    pending.Push(callee);
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public sealed override Function? Resolve()
    {
        lock (_gate)
        {
            if (!_isResolved)
            {
                (_function, _nested) = Lower();
                _isResolved = true;
            }

            return _function;
        }
    }

    /// <summary>Lowers the function.</summary>
    protected abstract (Function? Function, IReadOnlyList<LoweredFunctionReference> Nested) Lower();
}
