namespace Dynptrs.Verifier.IR;

/// <summary>A function that may be called: it is lowered only when the verifier gets there.</summary>
/// <remarks>One reference stands for one function, so references are compared by identity.</remarks>
public abstract class FunctionReference
{
    /// <summary>The name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether the function is verified on its own too, as a program or a method without owners among its parameters is.
    /// What is wrong in it is then reported there, not again for each caller.
    /// </summary>
    public abstract bool IsRoot { get; }

    /// <summary>What a call trusts instead of following the function, where it has a contract; or <see langword="null"/>.</summary>
    public virtual ContractTarget? ByContract => null;

    /// <summary>Lowers the function, or answers <see langword="null"/> where it has no body that can be followed.</summary>
    public abstract Function? Resolve();
}
