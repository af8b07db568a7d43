using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine;

/// <summary>
/// Which cells of a function hold numbers that decide a verdict: those that get to a branch, a followed call, or a result.
/// Where paths are followed exactly, states that differ in other numbers are joined all the same.
/// </summary>
/// <remarks>Stands for the kernel's marking of precise registers, decided here before the paths are followed.</remarks>
internal sealed class Relevance
{
    private readonly CellSet _relevant;

    public Relevance(Function function)
    {
        _relevant = new CellSet(function.CellCount);
        var finder = new Finder(_relevant);
        do
        {
            finder.IsChanged = false;
            foreach (var block in function.Blocks)
            {
                foreach (var instruction in block.Instructions)
                    finder.VisitFlow(instruction);
                finder.VisitFlow(block.Terminator);
            }
        }
        while (finder.IsChanged);
    }

    public bool IsRelevant(int cell) => _relevant.Contains(cell);

    private sealed class Finder(CellSet relevant) : PlaceVisitor
    {
        private bool _isFlowing;

        public bool IsChanged { get; set; }

        public void VisitFlow(Instruction instruction)
        {
            _isFlowing = instruction switch
            {
                CallInstruction { Target: not UnknownTarget } => true,
                AssignInstruction assign => relevant.Intersects(assign.Target.Local),
                BinaryInstruction binary => relevant.Intersects(binary.Target.Local),
                UnaryInstruction unary => relevant.Intersects(unary.Target.Local),
                ConvertInstruction convert => relevant.Intersects(convert.Target.Local),
                _ => false,
            };
            Visit(instruction);
        }

        public void VisitFlow(Terminator terminator)
        {
            _isFlowing = true;
            Visit(terminator);
        }

        protected override void Read(Place place)
        {
            if (_isFlowing)
                IsChanged |= relevant.Add(place.Local);
        }

        protected override void Write(Place place)
        {
        }

        protected override void TakeAddress(Place place) => IsChanged |= relevant.Add(place.Local);
    }
}
