namespace Dynptrs.Tests.Memory.Model.Operations;

/// <summary>Goes on with a clone.</summary>
internal sealed record CloneOperation : Operation
{
    public override bool Apply(MemoryModel memory, ref Dynptr ptr)
    {
        Assert.Equal(0, ptr.Clone(out var clone));
        ptr = clone;
        return false;
    }
}
