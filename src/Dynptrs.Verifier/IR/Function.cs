using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.IR;

/// <summary>A method, local function or lambda, lowered.</summary>
public sealed class Function
{
    /// <summary>Makes a function.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="locals">Its locals, the parameters first.</param>
    /// <param name="parameterCount">How many of the locals are parameters.</param>
    /// <param name="blocks">Its blocks, the entry first.</param>
    /// <param name="site">Where it is declared.</param>
    public Function(string name, ImmutableArray<Local> locals, int parameterCount, ImmutableArray<Block> blocks, Site site)
    {
        Name = name;
        Locals = locals;
        ParameterCount = parameterCount;
        Blocks = blocks;
        Site = site;
        var cells = 0;
        foreach (var local in locals)
            cells = System.Math.Max(cells, local.FirstCell + local.Type.CellCount);
        CellCount = cells;
        ReferentCellCount = GetReferent(parameterCount) - cells;
    }

    /// <summary>Its name, for messages.</summary>
    public string Name { get; }

    /// <summary>Its locals, the parameters first.</summary>
    public ImmutableArray<Local> Locals { get; }

    /// <summary>How many of the locals are parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>Its blocks, the entry first.</summary>
    public ImmutableArray<Block> Blocks { get; }

    /// <summary>Where it is declared.</summary>
    public Site Site { get; }

    /// <summary>How many cells a frame of it takes.</summary>
    public int CellCount { get; }

    /// <summary>
    /// How many cells a frame of it takes besides, for what its parameters point to where that is no variable of a caller's.
    /// </summary>
    public int ReferentCellCount { get; }

    /// <summary>The first of the cells for what a parameter points to, counted from the first of the frame.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public int GetReferent(int parameter)
    {
        var cell = CellCount;
        for (var i = 0; i < parameter; i++)
            cell += Locals[i] is { IsByRef: true, Type: PointerType { Element.CellCount: var count } } ? count : 1;
        return cell;
    }

    /// <summary>The contract that its declaration states, or <see langword="null"/>.</summary>
    public MethodContract? Contract { get; init; }

    /// <summary>Whether it is program code, held to the kernel's strictness.</summary>
    public bool IsProgramCode { get; init; }

    /// <summary>Whether it is a program: what it is given is the kernel's, and no caller trusts what its contract says.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Whether its declaration asks a compiler to put it into its callers. To the verifier it is a frame like any other.</summary>
    public bool IsInlined { get; init; }

    /// <summary>
    /// Whether the regions that it leaves and needs may have been entered around it: it is a part of what another function does, even where
    /// it is verified alone.
    /// </summary>
    public bool SharesRegions { get; init; }

    /// <summary>Whether what it returns is an address, and no ref or span: a function of its own for the kernel, too.</summary>
    public bool ReturnsAddress { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name + "\n" + string.Concat(Blocks);
}
