namespace Dynptrs.Tests.Memory.Model.Operations;

/// <summary>Calls a helper of the kind of memory. The dynptr stays as it was made.</summary>
internal sealed record CallOperation(MemoryCall Call) : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr) => memory.Perform(Call);
}
