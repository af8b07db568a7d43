using System;
using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter.Values;

/// <summary>A reference that must be given back.</summary>
/// <param name="acquired">Where it was acquired.</param>
/// <param name="kind">Its kind, or <see langword="null"/>.</param>
/// <param name="parent">What it was made of, and what must outlive it; or <see langword="null"/>.</param>
public sealed class Reference(Site acquired, string? kind, Reference? parent)
{
    /// <summary>Its kind, or <see langword="null"/>.</summary>
    public string? Kind { get; } = kind;

    /// <summary>What it was made of, and what must outlive it; or <see langword="null"/>.</summary>
    public Reference? Parent { get; } = parent;

    /// <summary>Where it was acquired.</summary>
    public Site Acquired { get; } = acquired;

    /// <summary>The owners that share it.</summary>
    public List<Owner> Holders { get; } = [];

    /// <summary>
    /// What ends with it: the memory that it stands for, and the owners that were made of it without a reference of their own.
    /// </summary>
    public List<Action> Dependents { get; } = [];

    /// <summary>Whether it was given back.</summary>
    public bool IsReleased { get; set; }
}
