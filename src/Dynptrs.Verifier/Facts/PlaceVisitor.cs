using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>Visits the places that an instruction reads, writes, and takes the address of.</summary>
internal abstract class PlaceVisitor
{
    protected abstract void Read(Place place);

    /// <summary>Visits a place that is read as an index of another.</summary>
    protected virtual void ReadIndex(Place place) => Read(place);

    protected abstract void Write(Place place);

    protected abstract void TakeAddress(Place place);

    public void Visit(Instruction instruction)
    {
        switch (instruction)
        {
            case AssignInstruction assign:
                Read(assign.Source);
                VisitTarget(assign.Target);
                break;
            case BinaryInstruction binary:
                Read(binary.Left);
                Read(binary.Right);
                VisitTarget(binary.Target);
                break;
            case UnaryInstruction unary:
                Read(unary.Source);
                VisitTarget(unary.Target);
                break;
            case ConvertInstruction convert:
                Read(convert.Source);
                VisitTarget(convert.Target);
                break;
            case AddressOfInstruction address:
                VisitSteps(address.Source);
                TakeAddress(address.Source);
                VisitTarget(address.Target);
                break;
            case DeriveInstruction derive:
                Read(derive.Source);
                Read(derive.Offset);
                Read(derive.Length);
                VisitTarget(derive.Target);
                break;
            case AllocateInstruction allocate:
                Read(allocate.Length);
                VisitTarget(allocate.Target);
                break;
            case LengthInstruction length:
                Read(length.Source);
                VisitTarget(length.Target);
                break;
            case MemoryBlockInstruction block:
                Read(block.Destination);
                Read(block.Operand);
                if (block.Target is { } answer)
                    VisitTarget(answer);
                break;
            case ClearInstruction clear:
                VisitTarget(clear.Target);
                break;
            case FunctionValueInstruction function:
                VisitTarget(function.Target);
                break;
            case CallInstruction call:
                VisitCall(call);
                break;
            case OpaqueInstruction opaque:
                foreach (var input in opaque.Inputs)
                    Read(input);
                foreach (var place in opaque.Escapes)
                    TakeAddress(place);
                if (opaque.Target is { } target)
                    VisitTarget(target);
                break;
        }
    }

    public void Visit(Terminator terminator)
    {
        switch (terminator)
        {
            case BranchTerminator branch:
                Read(branch.Condition);
                break;
            case ReturnTerminator { Value: { } value }:
                Read(value);
                break;
        }
    }

    private void VisitCall(CallInstruction call)
    {
        // Only a followed function, whose result can hold a pointer, lets the address of an argument outlive the call.
        var mayReturnAddress = call is { Target: FunctionTarget or DelegateTarget, Result.Type: not (ScalarType or OwnerType or ViewType) };
        if (call.Target is DelegateTarget target)
            Read(target.Delegate);
        foreach (var argument in call.Arguments)
        {
            switch (argument.Passing)
            {
                case ArgumentPassing.Value:
                    Read(argument.Value);
                    break;
                case ArgumentPassing.Out:
                    VisitTarget(argument.Value.Place);
                    break;
                default:
                    Read(argument.Value);
                    break;
            }

            if (argument.Passing != ArgumentPassing.Value
                && mayReturnAddress
                && argument.Value.Kind is OperandKind.Copy or OperandKind.Move)
            {
                TakeAddress(argument.Value.Place);
            }
        }

        if (call.Result is { } result)
            VisitTarget(result);
    }

    private void Read(Operand? operand)
    {
        if (operand is { Kind: OperandKind.Copy or OperandKind.Move } value)
        {
            VisitSteps(value.Place);
            Read(value.Place);
        }
    }

    private void VisitTarget(Place place)
    {
        VisitSteps(place);
        Write(place);
    }

    private void VisitSteps(Place place)
    {
        foreach (var step in place.Steps)
        {
            if (step is ElementStep { Index: { Kind: OperandKind.Copy or OperandKind.Move, Place: var index } })
            {
                VisitSteps(index);
                ReadIndex(index);
            }
        }
    }
}
