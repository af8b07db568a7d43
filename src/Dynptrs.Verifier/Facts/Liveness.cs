using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>
/// Which cells of a function may still be read where a block begins. What is dead is forgotten, so that paths meet again.
/// </summary>
/// <remarks>Follows <c>clean_live_states</c>.</remarks>
internal sealed class Liveness
{
    private readonly CellSet[] _liveIn;

    public Liveness(Function function, int[] order)
    {
        var blocks = function.Blocks;
        _liveIn = new CellSet[blocks.Length];
        var byOrder = new int[blocks.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            _liveIn[i] = new CellSet(function.CellCount);
            byOrder[order[i]] = i;
        }

        var pinned = FindPinned(function);
        var live = new CellSet(function.CellCount);
        var transfer = new Transfer(live);
        bool isChanged;
        do
        {
            isChanged = false;
            for (var position = blocks.Length - 1; position >= 0; position--)
            {
                var block = blocks[byOrder[position]];
                live.CopyFrom(pinned);
                for (var i = 0; FunctionFacts.TryGetSuccessor(block, i, out var successor); i++)
                    live.Add(_liveIn[successor]);
                transfer.Visit(block.Terminator);
                for (var i = block.Instructions.Length - 1; i >= 0; i--)
                    transfer.VisitBackward(block.Instructions[i]);
                foreach (var handler in block.Handlers)
                    live.Add(_liveIn[handler]);

                // What a variable holds before it is written may be read through a pointer.
                live.Add(pinned);
                isChanged |= _liveIn[block.Index].Add(live);
            }
        }
        while (isChanged);
    }

    public bool IsLive(int block, int cell) => _liveIn[block].Contains(cell);

    private static CellSet FindPinned(Function function)
    {
        var pinned = new CellSet(function.CellCount);
        var finder = new PinnedFinder(pinned);
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
                finder.Visit(instruction);
        }

        return pinned;
    }

    private sealed class PinnedFinder(CellSet pinned) : PlaceVisitor
    {
        protected override void Read(Place place)
        {
        }

        protected override void Write(Place place)
        {
        }

        protected override void TakeAddress(Place place) => pinned.Add(place.Local);
    }

    /// <summary>Visits writes before reads: within an instruction, what is written is dead before unless it is read too.</summary>
    private sealed class Transfer(CellSet live) : PlaceVisitor
    {
        private bool _isKilling;

        public void VisitBackward(Instruction instruction)
        {
            _isKilling = true;
            Visit(instruction);
            _isKilling = false;
            Visit(instruction);
        }

        protected override void Read(Place place)
        {
            if (!_isKilling)
                live.Add(place.Local);
        }

        protected override void Write(Place place)
        {
            if (place.IsLocal)
            {
                if (_isKilling)
                    live.Remove(place.Local);
            }
            else if (!_isKilling)
            {
                live.Add(place.Local);
            }
        }

        protected override void TakeAddress(Place place)
        {
        }
    }
}
