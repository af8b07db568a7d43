using System.Collections.Generic;
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

    /// <summary>Whether what is wrong in it is reported where it is verified on its own: the configuration of its file may leave it out.</summary>
    /// <param name="finding">What is wrong.</param>
    public abstract bool ReportsOwn(Finding finding);

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
