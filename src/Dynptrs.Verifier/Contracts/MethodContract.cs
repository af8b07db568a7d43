using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>What a declaration says about a call of it.</summary>
/// <param name="Name">The name of the method, for messages.</param>
/// <param name="Parameters">The parameters, the receiver of an instance or extension member first.</param>
/// <param name="Return">What is returned.</param>
public sealed record MethodContract(string Name, ImmutableArray<ParameterContract> Parameters, ReturnContract Return)
{
    /// <summary>What the helper that it implements asks of a program, or <see langword="null"/> where it implements none.</summary>
    public HelperRequirements? Requirements { get; init; }

    /// <summary>Whether the call gives back a reference.</summary>
    public bool Releases
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Releases)
                    return true;
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
