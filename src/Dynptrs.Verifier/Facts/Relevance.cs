using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>
/// Which cells of a function hold numbers that decide a verdict: those that get to a branch, an index or size, a followed call, or a
/// result. Where paths are followed exactly, states that differ in other numbers are joined all the same.
/// </summary>
/// <remarks>Stands for the kernel's marking of precise registers, decided here before the paths are followed.</remarks>
internal sealed class Relevance
{
    private readonly CellSet _relevant;

    /// <summary>Finds the cells.</summary>
    /// <param name="function">The function.</param>
    /// <param name="withResults">Whether what it returns decides something.</param>
    public Relevance(Function function, bool withResults = true)
    {
        // Temporaries share cells, so they are followed by name.
        var relevant = new HashSet<Local>();
        var finder = new Finder(function, relevant, withResults);
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
        _relevant = new CellSet(function.CellCount);
        foreach (var local in relevant)
            _relevant.Add(local);
    }

    public bool IsRelevant(int cell) => _relevant.Contains(cell);

    private sealed class Finder(Function function, HashSet<Local> relevant, bool withResults) : PlaceVisitor
    {
        private readonly CellSet _constants = FindConstants(function);
        private bool _isFlowing;

        public bool IsChanged { get; set; }

        public void VisitFlow(Instruction instruction)
        {
            _isFlowing = instruction switch
            {
                CallInstruction { Target: not UnknownTarget } => true,
                AssignInstruction assign => relevant.Contains(assign.Target.Local),
                BinaryInstruction binary => relevant.Contains(binary.Target.Local) && !IsUndecided(binary),
                UnaryInstruction unary => relevant.Contains(unary.Target.Local),
                ConvertInstruction convert => relevant.Contains(convert.Target.Local),
                DeriveInstruction or AllocateInstruction => true,
                _ => false,
            };
            Visit(instruction);
        }

        public void VisitFlow(Terminator terminator)
        {
            _isFlowing = withResults || terminator is not ReturnTerminator;
            Visit(terminator);
        }

        /// <summary>
        /// Whether a comparison of two numbers that both vary: it hardly ever decides anything, and a counter that runs up to an
        /// unknown bound would keep the rounds of its loop apart for ever.
        /// </summary>
        private bool IsUndecided(BinaryInstruction binary) =>
            binary.Operator.IsComparison() && !IsConstant(binary.Left) && !IsConstant(binary.Right);

        private bool IsConstant(Operand operand) =>
            operand.Kind is not (OperandKind.Copy or OperandKind.Move)
            || (operand.Place.IsLocal && _constants.Contains(operand.Place.Local.FirstCell));

        /// <summary>The locals that are written once, with a constant.</summary>
        private static CellSet FindConstants(Function function)
        {
            var (constants, written) = (new CellSet(function.CellCount), new CellSet(function.CellCount));
            var writes = new WriteFinder(constants, written);
            for (var i = 0; i < function.ParameterCount; i++)
                written.Add(function.Locals[i]);
            foreach (var block in function.Blocks)
            {
                foreach (var instruction in block.Instructions)
                    writes.VisitWrites(instruction);
            }

            return constants;
        }

        protected override void Read(Place place)
        {
            if (_isFlowing)
                IsChanged |= relevant.Add(place.Local);
        }

        protected override void ReadIndex(Place place) => IsChanged |= relevant.Add(place.Local);

        protected override void Write(Place place)
        {
        }

        protected override void TakeAddress(Place place) => IsChanged |= relevant.Add(place.Local);
    }

    private sealed class WriteFinder(CellSet constants, CellSet written) : PlaceVisitor
    {
        private bool _isConstant;

        public void VisitWrites(Instruction instruction)
        {
            _isConstant = instruction is AssignInstruction { Source.Kind: OperandKind.Constant };
            Visit(instruction);
        }

        protected override void Read(Place place)
        {
        }

        protected override void Write(Place place)
        {
            if (written.Add(place.Local) && _isConstant)
                constants.Add(place.Local);
            else
                constants.Remove(place.Local);
        }

        protected override void TakeAddress(Place place)
        {
            written.Add(place.Local);
            constants.Remove(place.Local);
        }
    }
}
