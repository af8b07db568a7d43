using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.IR;

/// <summary>A method with a contract, which is trusted at the call.</summary>
public sealed class ContractTarget(MethodContract contract) : CallTarget
{
    /// <summary>The contract.</summary>
    public MethodContract Contract { get; } = contract;

    /// <inheritdoc/>
    public override string Name => Contract.Name;
}
