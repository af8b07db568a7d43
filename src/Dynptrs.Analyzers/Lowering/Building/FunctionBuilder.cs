using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>Collects the locals and blocks of a function while it is lowered.</summary>
/// <remarks>
/// The frame begins with the parameters and the variables. Temporaries live in one statement; their cells, above the
/// variables, are used again by the next one.
/// </remarks>
internal sealed class FunctionBuilder
{
    private readonly List<Local> _locals = [];
    private readonly List<BlockBuilder> _blocks = [];
    private readonly List<Local> _temporaries = [];
    private readonly List<Local> _dropped = [];
    private readonly List<(int First, int End)> _reserved = [];
    private int _firstTemporaryCell;
    private int _nextTemporaryCell;
    private int _frameSize;
    private int _parameterCount;

    public FunctionBuilder() => Current = NewBlock(ImmutableArray<BlockBuilder>.Empty);

    /// <summary>The block that instructions are added to.</summary>
    public BlockBuilder Current { get; private set; }

    /// <summary>Whether the current block is complete, so that what follows is not reached.</summary>
    public bool IsTerminated => Current.Terminator is not null;

    /// <summary>Adds a parameter; parameters come before all other locals.</summary>
    public Local AddParameter(string name, IrType type, bool isByRef = false, string? kernelType = null)
    {
        _parameterCount++;
        return AddLocal(name, type, _frameSize, isTemporary: false, isByRef, kernelType);
    }

    /// <summary>The scope of what is lowered now, or <see langword="null"/> for the whole function.</summary>
    public LocalScope? Scope { get; set; }

    /// <summary>The first cell that no local has yet.</summary>
    public int FrameSize => _frameSize;

    /// <summary>Adds a variable at a cell.</summary>
    public Local AddLocal(
        string name, IrType type, int cell, bool isTemporary, bool isByRef = false, string? kernelType = null)
    {
        var local = new Local(_locals.Count, name, type, cell, isTemporary)
        {
            Scope = Scope,
            IsByRef = isByRef,
            KernelType = kernelType,
        };
        _locals.Add(local);
        if (cell + type.CellCount > _frameSize)
            _frameSize = cell + type.CellCount;
        return local;
    }

    /// <summary>All variables have their cells: temporaries come above them.</summary>
    public void BeginTemporaries()
    {
        _firstTemporaryCell = _frameSize;
        _nextTemporaryCell = _frameSize;
    }

    /// <summary>Adds a variable that lives across statements after temporaries were made.</summary>
    public Local AddLateLocal(string name, IrType type, bool isTemporary)
    {
        var local = AddLocal(name, type, _frameSize, isTemporary);
        _reserved.Add((local.FirstCell, local.FirstCell + type.CellCount));
        return local;
    }

    /// <summary>Makes a temporary that lives until the end of the statement.</summary>
    public Local Temporary(IrType type, string name = "")
    {
        var cell = _nextTemporaryCell;
        foreach (var (first, end) in _reserved)
        {
            if (cell < end && cell + type.CellCount > first)
                cell = end;
        }

        _nextTemporaryCell = cell + type.CellCount;
        foreach (var candidate in _temporaries)
        {
            if (candidate.FirstCell == cell && candidate.Type == type && candidate.Name == name)
                return candidate;
        }

        var local = AddLocal(name, type, cell, isTemporary: true);
        if (_temporaries.Count < 64)
            _temporaries.Add(local);
        return local;
    }

    /// <summary>Notes what a statement leaves in a temporary and nobody takes: what it holds can never be released.</summary>
    public void Drop(Local temporary) => _dropped.Add(temporary);

    /// <summary>Ends the scopes of the temporaries that were dropped.</summary>
    public void EndDropped(Site site)
    {
        foreach (var temporary in _dropped)
            Emit(new EndOfScopeInstruction(site, temporary));
        _dropped.Clear();
    }

    /// <summary>What was dropped has been ended on the way.</summary>
    public void ForgetDropped() => _dropped.Clear();

    /// <summary>The statement is over: its temporaries are dead.</summary>
    public void EndStatement() => _nextTemporaryCell = _firstTemporaryCell;

    /// <summary>The statement is over, and what it dropped with it.</summary>
    public void EndStatement(Site site)
    {
        EndDropped(site);
        EndStatement();
    }

    /// <summary>Makes a block that is not reached yet, with the handlers of the current one.</summary>
    public BlockBuilder NewBlock() => NewBlock(Current.Handlers);

    /// <summary>Makes a block that is not reached yet.</summary>
    public BlockBuilder NewBlock(ImmutableArray<BlockBuilder> handlers)
    {
        var block = new BlockBuilder(_blocks.Count, handlers);
        _blocks.Add(block);
        return block;
    }

    /// <summary>Goes on in a block.</summary>
    public void Select(BlockBuilder block) => Current = block;

    /// <summary>Adds an instruction.</summary>
    public void Emit(Instruction instruction)
    {
        if (!IsTerminated)
            Current.Instructions.Add(instruction);
    }

    /// <summary>Ends the current block.</summary>
    public void Terminate(Terminator terminator) => Current.Terminator ??= terminator;

    /// <summary>Ends the current block with a jump.</summary>
    public void Goto(Site site, BlockBuilder target) => Terminate(new GotoTerminator(site, target.Index));

    /// <summary>Makes the function.</summary>
    public Function Build(
        string name,
        Site site,
        Verifier.Contracts.MethodContract? contract,
        bool isProgramCode,
        bool isProgram,
        bool sharesRegions,
        bool returnsAddress,
        bool isInlined)
    {
        if (isProgramCode)
            RefusedParts.Mark(_blocks);
        return new Function(name, _locals.ToImmutableArray(), _parameterCount, new BlockSimplifier(_blocks).Run(), site)
        {
            Contract = contract,
            IsProgramCode = isProgramCode,
            IsProgram = isProgram,
            SharesRegions = sharesRegions,
            ReturnsAddress = returnsAddress,
            IsInlined = isInlined,
        };
    }
}
