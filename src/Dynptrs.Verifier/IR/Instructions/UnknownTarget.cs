namespace Dynptrs.Verifier.IR;

/// <summary>A method that can be neither followed nor trusted: without a contract and without a body here, or virtual.</summary>
/// <param name="name">The name of the method.</param>
/// <param name="reason">Why it cannot be followed.</param>
/// <param name="description">What a call of it is, as a noun phrase for a message.</param>
public sealed class UnknownTarget(string name, OpaqueReason reason = OpaqueReason.Library, string description = "a call into a library")
    : CallTarget
{
    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <summary>Why it cannot be followed.</summary>
    public OpaqueReason Reason { get; } = reason;

    /// <summary>What a call of it is, as a noun phrase for a message.</summary>
    public string Description { get; } = description;
}
