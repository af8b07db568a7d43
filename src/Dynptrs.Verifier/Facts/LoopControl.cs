using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>
/// Which cells of a function hold what decides when a loop ends: what the branches out of it compare, and what that is computed from.
/// </summary>
internal sealed class LoopControl
{
    private readonly HashSet<Local> _locals = [];
    private readonly CellSet _cells;

    public LoopControl(Function function, FunctionFacts facts)
    {
        var finder = new Finder(_locals);
        var decides = NaturalLoop.FindExits(function, facts);
        var loops = NaturalLoop.FindAll(function, facts);
        do
        {
            finder.IsChanged = false;
            foreach (var block in function.Blocks)
                finder.Visit(block, decides[block.Index]);
            foreach (var loop in loops)
                finder.IsChanged |= AddFlags(function, loop, decides) | AddConditions(function, facts, loop, decides);
        }
        while (finder.IsChanged);
        _cells = new CellSet(function.CellCount);
        foreach (var local in _locals)
            _cells.Add(local);
    }

    public bool Contains(int cell) => _cells.Contains(cell);

    /// <summary>Lets all branches of a loop decide, where they decide whether something is written that ends it: a flag, say.</summary>
    /// <returns>Whether one was added.</returns>
    private bool AddFlags(Function function, bool[] isInside, bool[] decides)
    {
        var isFlag = false;
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                isFlag |= isInside[block.Index]
                    && instruction is AssignInstruction { Source.Kind: OperandKind.Constant } assign
                    && _locals.Contains(assign.Target.Local);
            }
        }

        var isAdded = false;
        foreach (var block in function.Blocks)
        {
            if (!isFlag || !isInside[block.Index] || decides[block.Index] || block.Terminator is not BranchTerminator)
                continue;
            decides[block.Index] = true;
            isAdded = true;
        }

        return isAdded;
    }

    /// <summary>Lets the branches of a loop decide that decide whether a round counts: it may stand still in some.</summary>
    /// <returns>Whether one was added.</returns>
    private bool AddConditions(Function function, FunctionFacts facts, bool[] isInside, bool[] decides)
    {
        var isAdded = false;
        foreach (var block in function.Blocks)
        {
            if (!isInside[block.Index] || !CountsIn(block))
                continue;
            var leads = NaturalLoop.FindLeading(function, facts, isInside, block.Index);
            foreach (var other in function.Blocks)
            {
                if (isInside[other.Index]
                    && !decides[other.Index]
                    && other.Terminator is BranchTerminator branch
                    && Leads(other, branch.WhenTrue) != Leads(other, branch.WhenFalse))
                {
                    decides[other.Index] = isAdded = true;
                }
            }

            bool Leads(Block from, int to) => leads[to] && facts.GetOrder(from.Index) < facts.GetOrder(to);
        }

        return isAdded;
    }

    private bool CountsIn(Block block)
    {
        foreach (var instruction in block.Instructions)
        {
            if (Finder.TargetOf(instruction) is { IsTemporary: false } target && _locals.Contains(target))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Goes through a block backwards. Variables are followed by name: those of scopes that exclude one another share cells, and so do
    /// temporaries, which are followed from where they are read to where they are written.
    /// </summary>
    private sealed class Finder(HashSet<Local> locals) : PlaceVisitor
    {
        private readonly HashSet<Local> _wanted = [];
        private bool _isFlowing;

        public bool IsChanged { get; set; }

        public void Visit(Block block, bool leavesLoop)
        {
            _isFlowing = leavesLoop;
            Visit(block.Terminator);
            for (var i = block.Instructions.Length - 1; i >= 0; i--)
            {
                var instruction = block.Instructions[i];
                _isFlowing = TargetOf(instruction) is { } target && (_wanted.Remove(target) || locals.Contains(target));
                // What a helper answers comes from nowhere.
                if (instruction is CallInstruction { Result: { IsLocal: true, Local: var answer } })
                    _wanted.Remove(answer);
                if (_isFlowing)
                    Visit(instruction);
            }

            foreach (var local in _wanted)
                IsChanged |= locals.Add(local);
            _wanted.Clear();
        }

        public static Local? TargetOf(Instruction instruction) => instruction switch
        {
            AssignInstruction assign => assign.Target.Local,
            BinaryInstruction binary => binary.Target.Local,
            UnaryInstruction unary => unary.Target.Local,
            ConvertInstruction convert => convert.Target.Local,
            LengthInstruction length => length.Target.Local,
            DeriveInstruction derive => derive.Target.Local,
            CallInstruction { Target: FunctionTarget or DelegateTarget } call => call.Result?.Local,
            _ => null,
        };

        protected override void Read(Place place)
        {
            if (!_isFlowing)
                return;
            if (place.Local.IsTemporary)
                _wanted.Add(place.Local);
            else
                IsChanged |= locals.Add(place.Local);
        }

        protected override void Write(Place place)
        {
        }

        protected override void TakeAddress(Place place) => Read(place);
    }
}
