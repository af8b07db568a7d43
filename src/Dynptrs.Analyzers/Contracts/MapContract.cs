using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>What the declaration of a class says of the maps that its objects are.</summary>
/// <param name="Type">The kernel's name of their type, without prefix.</param>
internal sealed record MapContract(string Type)
{
    /// <summary>Whether they have keys.</summary>
    public bool HasKeys { get; init; } = true;

    /// <summary>The type of the keys, where no type argument is it.</summary>
    public ITypeSymbol? Key { get; init; }

    /// <summary>The type of the values, where no type argument is it.</summary>
    public ITypeSymbol? Value { get; init; }

    /// <summary>The flags that each of them has.</summary>
    public uint Flags { get; init; }

    /// <summary>Whether programs that may sleep cannot use them.</summary>
    public bool ExceptSleepable { get; init; }
}
