using System.Collections.Immutable;

namespace Dynptrs.Verifier.IR;

/// <summary>A call.</summary>
public sealed class CallInstruction(Site site, Place? result, CallTarget target, ImmutableArray<Argument> arguments) : Instruction(site)
{
    /// <summary>Where the result goes.</summary>
    public Place? Result { get; } = result;

    /// <summary>Whether the source does nothing with the result, and does not say so either.</summary>
    public bool IsResultIgnored { get; init; }

    /// <summary>What is called.</summary>
    public CallTarget Target { get; } = target;

    /// <summary>The arguments in the order of the parameters, the receiver first.</summary>
    public ImmutableArray<Argument> Arguments { get; } = arguments;

    /// <inheritdoc/>
    public override string ToString() => (Result is { } result ? $"{result} = " : "") + $"call {Target}({string.Join(", ", Arguments)})";
}
