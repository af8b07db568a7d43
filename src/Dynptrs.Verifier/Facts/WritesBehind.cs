using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>Whether a function may write behind an address that it is given: there, or where it gives that to.</summary>
internal sealed class WritesBehind : PlaceVisitor
{
    private readonly Local _parameter;
    private bool _isFound;

    private WritesBehind(Local parameter) => _parameter = parameter;

    public static bool Of(Function function, int parameter)
    {
        var writes = new WritesBehind(function.Locals[parameter]);
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                writes.Visit(instruction);
                writes._isFound |= instruction is CallInstruction call && call.Arguments.Any(writes.IsHandedOn);
            }

            writes.Visit(block.Terminator);
        }

        return writes._isFound;
    }

    private bool IsHandedOn(Argument argument) =>
        argument is { Passing: ArgumentPassing.Ref, Value.Kind: OperandKind.Copy or OperandKind.Move }
        && argument.Value.Place.Local == _parameter;

    protected override void Read(Place place) => _isFound |= place.Local == _parameter && place.IsLocal;

    protected override void Write(Place place) => _isFound |= place.Local == _parameter && !place.IsLocal;

    protected override void TakeAddress(Place place) => _isFound |= place.Local == _parameter;
}
