using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A function of a generated program.</summary>
internal sealed class GeneratedFunction(Func<Function> build) : FunctionReference
{
    private readonly Lazy<Function> _function = new(build);

    public override string Name => _function.Value.Name;

    public override bool IsRoot => false;

    public override Function Resolve() => _function.Value;
}
