using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests;

/// <summary>A reference to a function that is already built, or will be.</summary>
internal sealed class KnownFunction(string name, bool isRoot = false) : FunctionReference
{
    public Function? Function { get; set; }

    public override string Name => name;

    public override bool IsRoot => isRoot;

    public override Function? Resolve() => Function;
}
