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

    /// <summary>Whether it stands for something that the kernel lays out.</summary>
    public bool IsKernelField { get; init; }

    /// <summary>The field of a struct of the kernel's that it stands for, or <see langword="null"/>.</summary>
    public StructFieldContract? StructField { get; init; }

    /// <summary>The fields of a program's context that a call reads or writes.</summary>
    public ImmutableArray<ContextAccess> ContextAccesses { get; init; } = ImmutableArray<ContextAccess>.Empty;

    /// <summary>The regions that a call has to do with.</summary>
    public ImmutableArray<RegionUse> Regions { get; init; } = ImmutableArray<RegionUse>.Empty;

    /// <summary>How the call ends the program where it succeeds, or <see langword="null"/> for a call that does not.</summary>
    public EndOfProgram? EndsProgram { get; init; }

    /// <summary>Whether it is the contract of a delegate, which each callback must keep.</summary>
    public bool IsDelegate { get; init; }

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

    /// <summary>Whether the call enters or leaves a region.</summary>
    public bool ChangesRegions
    {
        get
        {
            foreach (var use in Regions)
            {
                if (use.Effect is RegionEffect.Enters or RegionEffect.Leaves)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether a parameter is handed on to a callback.</summary>
    /// <param name="index">The index of the parameter.</param>
    public bool IsContext(int index)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Callback is { } callback && callback.Context == index)
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
