namespace Dynptrs.CodeFixes.Leaving;

/// <summary>A way to release what a variable holds.</summary>
/// <param name="Method">The name of the method.</param>
/// <param name="Statement">The statement that calls it.</param>
internal sealed record Release(string Method, string Statement);
