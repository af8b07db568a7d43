namespace Dynptrs.Interpreter.Values;

/// <summary>How long a view lives.</summary>
/// <param name="tag">The kind of its owner where the view carries it.</param>
public sealed class Lifetime(string? tag)
{
    /// <summary>The kind of its owner where the view carries it.</summary>
    public string? Tag { get; } = tag;

    /// <summary>Whether the memory is still there.</summary>
    public bool IsAlive { get; set; } = true;
}
