namespace Dynptrs.Interpreter.Values;

/// <summary>An object, or null.</summary>
/// <param name="Target">What it stands for.</param>
/// <param name="Reference">The reference that it holds, or <see langword="null"/>.</param>
public sealed record Handle(object? Target, Reference? Reference) : Value
{
    /// <summary>The null reference.</summary>
    public static Handle Null { get; } = new(null, null);
}
