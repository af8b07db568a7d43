using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.IR;

/// <summary>A method with a contract, which is trusted at the call.</summary>
/// <param name="contract">The contract.</param>
/// <param name="body">
/// The body, for program code, which is held to the kernel's strictness wherever it is; or <see langword="null"/>.
/// </param>
public sealed class ContractTarget(MethodContract contract, FunctionReference? body = null) : CallTarget
{
    /// <summary>The contract.</summary>
    public MethodContract Contract { get; } = contract;

    /// <summary>The body that is verified with the program that reaches it, or <see langword="null"/>.</summary>
    public FunctionReference? Body { get; } = body;

    /// <inheritdoc/>
    public override string Name => Contract.Name;
}
