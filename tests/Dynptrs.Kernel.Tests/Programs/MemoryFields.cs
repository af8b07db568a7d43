namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>What programs read of the memory of a task.</summary>
[KernelStruct("mm_struct")]
internal sealed class MemoryFields
{
    public ulong StartCode { get; init; }

    public ulong EndCode { get; init; }
}
