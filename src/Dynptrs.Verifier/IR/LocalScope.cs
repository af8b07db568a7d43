namespace Dynptrs.Verifier.IR;

/// <summary>A part of a function in which variables live: those of scopes that exclude one another may lie in the same memory.</summary>
/// <param name="outer">The scope around it, or <see langword="null"/> where that is the whole function.</param>
public sealed class LocalScope(LocalScope? outer)
{
    /// <summary>The scope around it, or <see langword="null"/> where that is the whole function.</summary>
    public LocalScope? Outer { get; } = outer;
}
