using System.Collections.Generic;

namespace Dynptrs.Interpreter.Values;

/// <summary>An owner such as a dynptr.</summary>
/// <param name="kind">Its kind, or <see langword="null"/>.</param>
/// <param name="reference">The reference that it shares with its clones, or <see langword="null"/>.</param>
/// <param name="data">What a model of the helpers keeps of it.</param>
public sealed class Owner(string? kind, Reference? reference, object? data)
{
    /// <summary>Its kind, or <see langword="null"/>.</summary>
    public string? Kind { get; } = kind;

    /// <summary>The reference that it shares with its clones, or <see langword="null"/>.</summary>
    public Reference? Reference { get; } = reference;

    /// <summary>What a model of the helpers keeps of it.</summary>
    public object? Data { get; set; } = data;

    /// <summary>The reference with which it ends although it is none of its holders, or <see langword="null"/>.</summary>
    public Reference? Parent { get; init; }

    /// <summary>Whether it is only lent.</summary>
    public bool IsBorrowed { get; init; }

    /// <summary>Whether it is alive.</summary>
    public bool IsAlive { get; private set; } = true;

    /// <summary>The lifetimes of its views.</summary>
    public List<Lifetime> Views { get; } = [];

    /// <summary>Ends it, and with it its views.</summary>
    public void End()
    {
        IsAlive = false;
        foreach (var view in Views)
            view.IsAlive = false;
    }
}
