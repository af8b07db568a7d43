using System.Collections.Generic;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>A call chain: a function, and the call that led to it. Equal chains are the same object.</summary>
internal sealed class Frame
{
    private readonly Dictionary<(CallInstruction, FunctionReference, int), Frame> _callees = [];
    private readonly Counter _frames;

    /// <summary>The frame of a function that is verified on its own.</summary>
    /// <param name="function">The function.</param>
    /// <param name="firstCell">How many cells come before those of frames.</param>
    public Frame(Function function, int firstCell)
        : this(function, parent: null, call: null, reference: null) => FirstCell = firstCell;

    private Frame(Function function, Frame? parent, CallInstruction? call, FunctionReference? reference)
    {
        Function = function;
        Parent = parent;
        Call = call;
        Reference = reference;
        FirstCell = parent is null ? 0 : parent.FirstCell + parent.CellCount;
        Depth = parent is null ? 1 : parent.Depth + 1;
        CellCount = function.CellCount + function.ReferentCellCount + 1;
        IsStrict = parent?.IsStrict ?? function.IsProgramCode;
        Facts = FunctionFacts.Of(function);
        _frames = parent is null ? new Counter() : parent._frames;
        Index = _frames.Next++;
    }

    public Function Function { get; }

    /// <summary>What is known of the function before any path.</summary>
    public FunctionFacts Facts { get; }

    /// <summary>The number of the frame: those of one verification are numbered from 0.</summary>
    public int Index { get; }

    public Frame? Parent { get; }

    /// <summary>The call in the parent that led here.</summary>
    public CallInstruction? Call { get; }

    public FunctionReference? Reference { get; }

    /// <summary>Where the parent goes on, and whether it runs this frame as a callback.</summary>
    public Resumption Resumption { get; private init; }

    public int FirstCell { get; }

    /// <summary>
    /// The cells of the function, those for what its parameters point to, and <see cref="RunsLeftCell"/>.
    /// </summary>
    public int CellCount { get; }

    /// <summary>The cell that says how often a callback may still run, while a call runs one.</summary>
    public int RunsLeftCell => FirstCell + CellCount - 1;

    public int Depth { get; }

    /// <summary>Whether what is not proved is refused, because the verified function is program code.</summary>
    public bool IsStrict { get; }

    /// <summary>How many calls lead here since the last that was given anything that is followed.</summary>
    public int UntrackedDepth { get; private init; }

    public Frame GetCallee(CallInstruction call, FunctionReference reference, Function function, Resumption resumption, int untrackedDepth)
    {
        if (!_callees.TryGetValue((call, reference, untrackedDepth), out var callee))
        {
            callee = new Frame(function, this, call, reference) { Resumption = resumption, UntrackedDepth = untrackedDepth };
            _callees.Add((call, reference, untrackedDepth), callee);
        }

        return callee;
    }

    public bool IsActive(FunctionReference reference)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (frame.Reference == reference)
                return true;
        }

        return false;
    }

    /// <summary>Whether the content of a cell of this frame, or of one that called it, may change unseen.</summary>
    public bool IsEscaped(int cell) =>
        cell < FirstCell
            ? Parent is not null && Parent.IsEscaped(cell)
            : Facts.Escaped is { } escaped && escaped.Contains(cell - FirstCell);

    /// <summary>Whether a cell is for what a parameter of this frame points to.</summary>
    public bool IsReferent(int cell) => cell >= FirstCell + Function.CellCount;

    /// <summary>Whether a cell is that of a temporary.</summary>
    public bool IsTemporary(int cell) => !IsReferent(cell) && FindVariable(cell) is null;

    /// <summary>A cell counted from the first of the frame; for what a parameter points to, the parameter's.</summary>
    public int GetVariable(int cell)
    {
        cell -= FirstCell;
        for (var i = Function.ParameterCount - 1; i >= 0 && cell >= Function.CellCount; i--)
        {
            if (cell >= Function.GetReferent(i))
                return Function.Locals[i].FirstCell;
        }

        return cell;
    }

    /// <summary>This frame, or the one that called it, which has a cell.</summary>
    public Frame GetOwner(int cell) => cell < FirstCell && Parent is not null ? Parent.GetOwner(cell) : this;

    /// <summary>The depth of the frame of whose stack a cell is; 0 for what a by-ref parameter of the entry points to.</summary>
    public int GetDepth(int cell) =>
        cell < FirstCell ? Parent?.GetDepth(cell) ?? 0 : cell < FirstCell + Function.CellCount ? Depth : 0;

    /// <summary>The name of the variable, or of its field, that has a cell of this frame or of one that called it; or empty.</summary>
    public string GetName(int cell)
    {
        if (cell < FirstCell)
            return Parent?.GetName(cell) ?? "";
        return FindVariable(cell) is { } local ? local.Name + GetFieldName(local.Type, cell - FirstCell - local.FirstCell) : "";
    }

    /// <summary>The variable that has a cell of this frame, or <see langword="null"/> where it is a temporary's, or none's.</summary>
    public Local? FindVariable(int cell)
    {
        foreach (var local in Function.Locals)
        {
            var offset = cell - FirstCell - local.FirstCell;
            if (offset >= 0 && offset < local.Type.CellCount && !local.IsTemporary)
                return local;
        }

        return null;
    }

    private static string GetFieldName(IrType type, int offset)
    {
        if (type is not StructType structure)
            return "";
        foreach (var field in structure.Fields)
        {
            if (offset >= field.CellOffset && offset < field.CellOffset + field.Type.CellCount)
                return "." + field.Name + GetFieldName(field.Type, offset - field.CellOffset);
        }

        return "";
    }

    private sealed class Counter
    {
        public int Next { get; set; }
    }
}
