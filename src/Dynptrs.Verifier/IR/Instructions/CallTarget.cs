namespace Dynptrs.Verifier.IR;

/// <summary>What a call calls.</summary>
public abstract class CallTarget
{
    private protected CallTarget()
    {
    }

    /// <summary>The name, for messages.</summary>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
