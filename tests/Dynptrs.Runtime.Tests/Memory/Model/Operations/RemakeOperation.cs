namespace Dynptrs.Tests.Memory.Model.Operations;

/// <summary>Makes the dynptr anew, of memory that holds no reference.</summary>
internal sealed record RemakeOperation : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        ptr = memory.Make();
        return false;
    }
}
