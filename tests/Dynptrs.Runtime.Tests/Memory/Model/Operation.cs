namespace Dynptrs.Tests.Memory.Model;

/// <summary>Something that is done with a dynptr, and with the model of its memory.</summary>
internal abstract record Operation
{
    /// <summary>Does it with both, and compares the results.</summary>
    /// <returns>Whether slices that were taken before are dead now.</returns>
    public abstract bool Apply(MemoryModel memory, ref Dynptr ptr);
}
