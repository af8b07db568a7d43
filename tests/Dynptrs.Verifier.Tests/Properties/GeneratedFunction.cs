using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A function of a generated program.</summary>
internal sealed class GeneratedFunction(Func<Function> build, bool isRoot = false) : FunctionReference
{
    private readonly Lazy<Function> _function = new(build);

    public override string Name => _function.Value.Name;

    public override bool IsRoot => isRoot;

    public override Function Resolve() => _function.Value;
}
